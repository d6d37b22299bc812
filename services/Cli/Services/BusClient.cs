using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Soccer.Hosting.Bus;

namespace Soccer.Cli.Services;

/// <summary>A connection to the bus for as long as a command takes.</summary>
sealed class BusClient : IAsyncDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    readonly ServiceProvider services;
    readonly IBusControl bus;

    BusClient(ServiceProvider services, IBusControl bus) => (this.services, this.bus) = (services, bus);

    /// <summary>Connects.</summary>
    /// <exception cref="ExitException">The broker does not answer in 10 s, or the settings are wrong.</exception>
    public static async Task<BusClient> Connect(Settings settings, CancellationToken cancellation)
    {
        var collection = new ServiceCollection();
        // What goes wrong is said once, by the command.
        collection.AddSingleton(settings.Configuration).AddLogging(logging => logging.SetMinimumLevel(LogLevel.None)).AddBus();
        var services = collection.BuildServiceProvider();
        try
        {
            var bus = services.GetRequiredService<IBusControl>();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Limit);
            await bus.StartAsync(limit.Token);
            return new BusClient(services, bus);
        }
        catch (OptionsValidationException error)
        {
            await services.DisposeAsync();
            throw new ExitException(Exit.Usage, $"The broker's settings are wrong: {error.Message} Set Bus__Host, Bus__Port, Bus__Username and Bus__Password.");
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            var options = services.GetRequiredService<IOptions<BusOptions>>().Value;
            await services.DisposeAsync();
            throw new ExitException(Exit.Away, $"The broker at {options.Host}:{options.Port} does not answer: {error.Message} Nothing was started. "
                + "./soccer status shows whether rabbitmq is ready, ./soccer up starts what is missing; then give the command again.");
        }
    }

    /// <summary>Sends a command and returns once the broker has it on disk.</summary>
    /// <exception cref="ExitException">The broker did not take it, or did not say that it has.</exception>
    public async Task Send<T>(string queue, T command, Guid conversation, CancellationToken cancellation) where T : class
    {
        try
        {
            await bus.SendCommand(queue, command, conversation, cancellation);
        }
        catch (CommandNotAcceptedException error)
        {
            throw Refusal(error);
        }
    }

    /// <summary>What a command's end without a confirmation means for whoever sent it.</summary>
    public static ExitException Refusal(CommandNotAcceptedException error) => new(Exit.Away, error.IsInDoubt
        ? $"It is not known whether this was started: {error.Message}. If it was, it will appear as run {error.Conversation}: "
            + $"look before you start another: run-show {error.Conversation}"
        : $"Nothing was started: {error.Message}. Is the service that takes it running? ./soccer status shows it; then give the command again.");

    public async ValueTask DisposeAsync()
    {
        await bus.StopAsync(TimeSpan.FromSeconds(5));
        await services.DisposeAsync();
    }
}
