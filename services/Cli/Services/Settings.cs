using Microsoft.Extensions.Configuration;
using Soccer.Hosting;

namespace Soccer.Cli.Services;

/// <summary>Where the services are, from the environment and secret files.</summary>
/// <param name="Configuration">All of it; the bus reads its section Bus.</param>
/// <param name="Api">Cli__Api: the Api's address.</param>
/// <param name="Key">Cli__Key: the key that is sent to the Api.</param>
/// <param name="Source">Cli__Source: the address of a source whose date can be moved, where there is one.</param>
/// <param name="Management">Cli__Management: the broker's management address, where it is known.</param>
/// <param name="Alertmanager">Cli__Alertmanager: the address of Alertmanager; null if unknown.</param>
sealed record Settings(IConfiguration Configuration, Uri Api, string? Key, Uri? Source, Uri? Management, Uri? Alertmanager = null)
{
    public static Settings FromEnvironment()
    {
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables();
        configuration.AddSecretFiles();
        return new Settings(
            configuration, Address(configuration, "Cli:Api") ?? new Uri("http://127.0.0.1:15400/"), configuration["Cli:Key"], Address(configuration, "Cli:Source"),
            Address(configuration, "Cli:Management") ?? Address(configuration, "Bus:Management"), Address(configuration, "Cli:Alertmanager"));
    }

    static Uri? Address(IConfiguration configuration, string key)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return null;
        return Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException($"{key.Replace(":", "__", StringComparison.Ordinal)} is '{text}': write an address such as http://127.0.0.1:15400/");
    }
}
