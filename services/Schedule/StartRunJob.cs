using MassTransit;
using Quartz;
using Soccer.Contracts.Ingest.V1;

namespace Soccer.Schedule;

/// <summary>Starts a run as of now: it knows results through yesterday and forecasts what has not kicked off today.</summary>
[DisallowConcurrentExecution]
sealed class StartRunJob(PatientSend bus) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var id = NewId.NextSequentialGuid();
        await bus.Send(StartRun.Queue, new StartRun(id, Reason: "scheduled", Requester: "schedule"), id, cancellationToken);
    }
}
