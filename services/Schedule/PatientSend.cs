using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Schedule;

/// <summary>Sends a scheduled command. Nobody waits for it, so a broker that is away is asked again until it takes it.</summary>
sealed class PatientSend(IBus bus, TimeProvider time, ILogger<PatientSend> log)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public async Task Send<T>(string queue, T command, Guid conversation, CancellationToken cancellation) where T : class
    {
        while (true)
        {
            try
            {
                await bus.SendCommand(queue, command, conversation, cancellation);
                log.LogInformation("sent {Command} {Conversation}", typeof(T).Name, conversation);
                return;
            }
            catch (CommandNotAcceptedException error)
            {
                log.LogWarning("{Reason}; trying again in {Pause}", error.Message, Pause);
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }
}
