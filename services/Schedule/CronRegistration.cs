using Quartz;
using Soccer.Forecasting;

namespace Soccer.Schedule;

/// <summary>Registers the cron jobs.</summary>
static class CronRegistration
{
    public static void AddCrons(this WebApplicationBuilder builder)
    {
        var schedule = builder.Configuration.GetSection("Schedule").Get<ScheduleOptions>() ?? new ScheduleOptions();
        builder.Services.AddSingleton<PatientSend>();
        builder.Services.AddQuartz(quartz =>
        {
            if (schedule.Live.DayLength is { } day)
                quartz.AddDaily<StartRunJob>(day, [.. schedule.Live.Next(TimeProvider.System.GetUtcNow())]);
            else
                quartz.AddCron<StartRunJob>(schedule.Run);
            quartz.AddCron<CheckDriftJob>(schedule.CheckDrift);
        });
        builder.Services.AddQuartzHostedService();
    }

    static void AddDaily<T>(this IQuartzBuilder quartz, TimeSpan day, IReadOnlyList<DateTimeOffset> starts) where T : class, IJob
    {
        quartz.AddJob<T>(job => job.WithIdentity(typeof(T).Name));
        foreach (var (at, start) in starts.Index())
            quartz.AddTrigger(trigger => trigger.ForJob(typeof(T).Name).WithIdentity(FormattableString.Invariant($"{typeof(T).Name} {at}")).StartAt(start)
                .WithSimpleSchedule(when => when.WithInterval(day).RepeatForever()));
    }

    static void AddCron<T>(this IQuartzBuilder quartz, string cron) where T : class, IJob
    {
        // A wrong cron is told by the options' own check, with its name.
        if (CronExpression.TryParse(cron, out _))
            quartz.ScheduleJob<T>(trigger => trigger.WithIdentity(typeof(T).Name).WithCronSchedule(cron, when => when.InTimeZone(London.Zone)));
    }
}
