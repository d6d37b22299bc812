namespace Soccer.Api.Tests.Http;

/// <summary>Specs that share an Api on a database of their own.</summary>
public abstract class ApiSpecs
{
    ApiTrial? started;

    private protected ApiTrial Api => started!;

    [OneTimeSetUp]
    public async Task StartApi() => started = await ApiTrial.Start();

    [OneTimeTearDown]
    public async Task StopApi()
    {
        if (started is not null)
            await started.DisposeAsync();
    }
}
