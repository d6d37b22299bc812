using MassTransit;
using Quartz;
using Soccer.Contracts.DriftCheck.V1;

namespace Soccer.Schedule;

/// <summary>Asks for a look at drift, without a run.</summary>
[DisallowConcurrentExecution]
sealed class CheckDriftJob(PatientSend bus) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await bus.Send(CheckDrift.Queue, new CheckDrift("schedule"), NewId.NextSequentialGuid(), cancellationToken);
}
