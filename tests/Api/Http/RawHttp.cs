using System.Net.Sockets;
using System.Text;

namespace Soccer.Api.Tests.Http;

/// <summary>HTTP by hand, for requests that no client would send.</summary>
static class RawHttp
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Sends bytes and tells what comes back, up to the end of the connection.</summary>
    /// <param name="address">The server.</param>
    /// <param name="parts">What is sent, one after the other, until the server closes: it may go on for ever.</param>
    public static async Task<string> Send(Uri address, IEnumerable<byte[]> parts)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, limit.Token);
        var stream = client.GetStream();
        var answer = Read(stream, limit.Token);
        try
        {
            foreach (var part in parts)
            {
                if (answer.IsCompleted)
                    break;
                await stream.WriteAsync(part, limit.Token);
            }
        }
        catch (IOException)
        {
            // The server has heard enough, and closed.
            return await answer;
        }
        return await answer;
    }

    public static Task<string> Send(Uri address, string text) => Send(address, [Encoding.Latin1.GetBytes(text)]);

    static async Task<string> Read(NetworkStream stream, CancellationToken cancellation)
    {
        using var read = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, cancellation) is > 0 and var count)
                await read.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }
        catch (IOException error) when (error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            // Closed with bytes of ours unread; what was answered before has come.
            return Encoding.Latin1.GetString(read.ToArray());
        }
        return Encoding.Latin1.GetString(read.ToArray());
    }
}
