using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Soccer.Schedule;

/// <summary>When runs and drift checks start. Read from the section Schedule. Crons follow London's clock, as the source does.</summary>
public sealed class ScheduleOptions : IValidatableObject
{
    /// <summary>Cron (seconds first) of runs; empty is never. Default 07:00 daily: the publisher has the evening's results by then.</summary>
    public string Run { get; init; } = "0 0 7 * * ?";

    /// <summary>Cron (seconds first) of drift checks outside runs; empty is never, the default: every run checks.</summary>
    public string CheckDrift { get; init; } = "";

    /// <summary>For a simulated world that lives on: runs by its clock.</summary>
    [ValidateObjectMembers]
    public LiveOptions Live { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, cron) in new[] { (nameof(Run), Run), (nameof(CheckDrift), CheckDrift) })
        {
            if (cron.Length > 0 && !Quartz.CronExpression.TryParse(cron, out _))
                yield return new ValidationResult($"Schedule:{name} is '{cron}': write a cron expression with seconds first, such as 0 0 7 * * ?, or nothing", [name]);
        }
    }
}
