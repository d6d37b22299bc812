namespace Soccer.Api.Tests.Http;

/// <summary>Specs that share an Api on a database of their own.</summary>
public abstract class ApiSpecs
{
    ApiTrial? started;

    private protected ApiTrial Api => started!;

    /// <summary>Settings of the Api, by their keys; none unless the specs need some.</summary>
    private protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    [OneTimeSetUp]
    public async Task StartApi() => started = await ApiTrial.Start(Settings);

    [OneTimeTearDown]
    public async Task StopApi()
    {
        if (started is not null)
            await started.DisposeAsync();
    }
}
