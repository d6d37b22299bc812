using Microsoft.Extensions.Configuration;

namespace Soccer.Hosting;

/// <summary>Settings as files, as containers mount passwords: the file's name is the key, such as Bus__Password.</summary>
public static class SecretFiles
{
    /// <summary>Adds the files of the folder that Secrets__Folder names, above everything before; a folder that does not exist adds nothing.</summary>
    public static void AddSecretFiles(this IConfigurationManager configuration)
    {
        if (configuration["Secrets:Folder"] is { Length: > 0 } folder)
            configuration.AddKeyPerFile(folder, optional: true);
    }
}
