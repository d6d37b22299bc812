using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Soccer.Api.Problems;

/// <summary>
/// A request's body that must be UTF-8: reading it fails at the first byte that is not. The JSON reader would name something else, or
/// nothing: it does not look into texts until somebody wants them.
/// </summary>
sealed class Utf8Body(Stream body) : Stream
{
    /// <summary>The beginning of a character whose other bytes have not come yet.</summary>
    readonly byte[] begun = new byte[4];
    int begunLength;

    /// <summary>Bytes before those that are in <see cref="begun"/>.</summary>
    long offset;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await body.ReadAsync(buffer, cancellationToken);
        if (read == 0 && begunLength > 0 && buffer.Length > 0)
            throw new InvalidUtf8Exception(offset);
        Check(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    void Check(ReadOnlySpan<byte> bytes)
    {
        while (begunLength > 0 && bytes.Length > 0)
        {
            begun[begunLength++] = bytes[0];
            bytes = bytes[1..];
            if (Rune.DecodeFromUtf8(begun.AsSpan(0, begunLength), out _, out _) is not OperationStatus.NeedMoreData and var status)
                Pass(status, begunLength);
        }
        if (begunLength > 0)
            return;
        if (Utf8.IsValid(bytes))
        {
            offset += bytes.Length;
            return;
        }
        while (bytes.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status is OperationStatus.NeedMoreData)
            {
                bytes.CopyTo(begun);
                begunLength = bytes.Length;
                return;
            }
            Pass(status, length);
            bytes = bytes[length..];
        }
    }

    void Pass(OperationStatus status, int length)
    {
        if (status is OperationStatus.InvalidData)
            throw new InvalidUtf8Exception(offset);
        (offset, begunLength) = (offset + length, 0);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A body that is not UTF-8.</summary>
/// <param name="offset">The first byte of what is no character, from 0.</param>
sealed class InvalidUtf8Exception(long offset)
    : Exception($"the body is not valid UTF-8: at byte {offset}, counted from 0, is no character. Send JSON in UTF-8")
{
    public long Offset { get; } = offset;
}
