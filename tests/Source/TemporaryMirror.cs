using System.Text;

namespace Soccer.Source.Tests;

/// <summary>A mirror of a few files in a folder of its own, which goes when it is disposed of.</summary>
sealed class TemporaryMirror : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("soccer-mirror-").FullName;

    /// <summary>Adds a file; characters up to ÿ become the byte of their number.</summary>
    public TemporaryMirror With(string path, string latin1)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes(latin1));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, true);
}
