using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Soccer.Bench;

/// <summary>What came back.</summary>
readonly record struct Exchange(int Status, ReadOnlyMemory<byte> Body);

/// <summary>One kept connection that sends ready-made HTTP/1.1 requests one after the other: it takes as little of the processors that the servers need as can be.</summary>
sealed class Wire(Uri address, string key) : IDisposable
{
    static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    readonly TcpClient client = new() { NoDelay = true };
    NetworkStream? stream;
    byte[] buffer = new byte[64 * 1024];
    int filled;

    /// <summary>The bytes of a request.</summary>
    public byte[] Request(string method, string path, string? body = null, string headers = "")
    {
        var content = body is null ? "" : FormattableString.Invariant($"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        return Encoding.UTF8.GetBytes($"{method} {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {key}\r\n{headers}{content}\r\n{body}");
    }

    /// <summary>Sends a request and reads the answer; its body is good until the next.</summary>
    public async ValueTask<Exchange> Send(ReadOnlyMemory<byte> request)
    {
        if (stream is null)
        {
            await client.ConnectAsync(address.Host, address.Port);
            stream = client.GetStream();
        }
        await stream.WriteAsync(request);
        filled = 0;
        int end;
        while ((end = buffer.AsSpan(0, filled).IndexOf(EndOfHead)) < 0)
            await Read();
        // Nothing is allocated here: a tool that collects its own garbage would measure that.
        var status = int.Parse(buffer.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var body = end + EndOfHead.Length;
        if (Header(end, "\r\nTransfer-Encoding: "u8).Length > 0)
            return new(status, await Chunks(body));
        var length = Header(end, "\r\nContent-Length: "u8) is { Length: > 0 } told ? int.Parse(told, CultureInfo.InvariantCulture) : 0;
        while (filled < body + length)
            await Read();
        return new(status, buffer.AsMemory(body, length));
    }

    async ValueTask<ReadOnlyMemory<byte>> Chunks(int at)
    {
        var body = new MemoryStream();
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(at, filled - at).IndexOf("\r\n"u8)) < 0)
                await Read();
            var size = int.Parse(Encoding.ASCII.GetString(buffer, at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            at += line + 2;
            while (filled < at + size + 2)
                await Read();
            if (size == 0)
                return body.ToArray();
            body.Write(buffer, at, size);
            at += size + 2;
        }
    }

    /// <summary>What a header says, in the capitals that the server writes; nothing where it is not there.</summary>
    ReadOnlySpan<byte> Header(int end, ReadOnlySpan<byte> name)
    {
        var head = buffer.AsSpan(0, end + 2);
        var at = head.IndexOf(name);
        if (at < 0)
            return [];
        var value = head[(at + name.Length)..];
        return value[..value.IndexOf("\r\n"u8)];
    }

    async ValueTask Read()
    {
        if (filled == buffer.Length)
            Array.Resize(ref buffer, 2 * buffer.Length);
        var read = await stream!.ReadAsync(buffer.AsMemory(filled));
        if (read == 0)
            throw new IOException("the server closed the connection");
        filled += read;
    }

    public void Dispose() => client.Dispose();
}
