using System.Reflection;
using System.Text;
using DbUp.Engine;
using DbUp.ScriptProviders;
using DbUp.Support;

namespace Soccer.Hosting.Database;

/// <summary>SQL files embedded in an assembly, each named NNN_name.sql.</summary>
public static class MigrationFiles
{
    /// <summary>The files of a folder, in the order of their numbers. A migration's name is its file's, without the ending.</summary>
    /// <param name="assembly">Holds them.</param>
    /// <param name="folder">The folder's path, with dots.</param>
    /// <param name="unnumbered">The names of the first files, where these were recorded in databases before files had numbers.</param>
    /// <param name="type">Whether each runs once or at every start.</param>
    public static IReadOnlyList<SqlScript> In(
        Assembly assembly, string folder, string[]? unnumbered = null, ScriptType type = ScriptType.RunOnce)
    {
        var prefix = $"{assembly.GetName().Name}.{folder}.";
        var options = new SqlScriptOptions { ScriptType = type };
        var files = new EmbeddedScriptProvider(assembly, name => name.StartsWith(prefix, StringComparison.Ordinal), Encoding.UTF8, options);
        return
        [
            .. files.GetScripts(null).Select((file, index) =>
                new SqlScript(unnumbered?.ElementAtOrDefault(index) ?? file.Name[prefix.Length..^".sql".Length], file.Contents, options)),
        ];
    }
}
