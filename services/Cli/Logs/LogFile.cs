using System.Text;

namespace Soccer.Cli.Logs;

/// <summary>A log file that grows, and is put aside when its process starts again.</summary>
sealed class LogFile(string path) : IDisposable
{
    readonly List<byte> begun = [];
    FileStream? stream;
    DateTimeOffset? last;

    public string Service { get; } = Path.GetFileNameWithoutExtension(path);

    /// <summary>The lines that were put aside at the last start of the process.</summary>
    public IEnumerable<LogLine> Earlier()
    {
        var aside = $"{path}.1";
        return File.Exists(aside) ? File.ReadLines(aside).Select(Read) : [];
    }

    /// <summary>The lines that are complete and have not been read yet.</summary>
    public IEnumerable<LogLine> Next()
    {
        foreach (var line in Rest())
            yield return Read(line);
        // Put aside: this stream is at its end, and a shorter file has its name.
        if (stream is null || LengthNow() >= stream.Position)
            yield break;
        Dispose();
        foreach (var line in Rest())
            yield return Read(line);
    }

    public void Dispose()
    {
        stream?.Dispose();
        stream = null;
        begun.Clear();
    }

    /// <summary>Of the file, where the path is a link to it.</summary>
    long LengthNow()
    {
        if (!File.Exists(path))
            return long.MaxValue;
        using var now = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        return RandomAccess.GetLength(now);
    }

    LogLine Read(string text)
    {
        var line = LogFormat.Read(Service, text, last);
        last = line.At;
        return line;
    }

    IEnumerable<string> Rest()
    {
        if (stream is null && !File.Exists(path))
            yield break;
        stream ??= new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var buffer = new byte[64 * 1024];
        while (stream.Read(buffer) is var count and > 0)
        {
            var from = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', from, count - from)) >= 0; from = end + 1)
            {
                begun.AddRange(buffer.AsSpan(from, end - from));
                yield return Encoding.UTF8.GetString([.. begun]).TrimEnd('\r');
                begun.Clear();
            }
            begun.AddRange(buffer.AsSpan(from, count - from));
        }
    }
}
