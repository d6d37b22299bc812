using Quartz;

namespace Soccer.Schedule;

/// <summary>Hangs the commands on their crons.</summary>
static class CronRegistration
{
    static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static void AddCrons(this WebApplicationBuilder builder)
    {
        var schedule = builder.Configuration.GetSection("Schedule").Get<ScheduleOptions>() ?? new ScheduleOptions();
        builder.Services.AddSingleton<PatientSend>();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.AddCron<StartRunJob>(schedule.Run);
            quartz.AddCron<CheckDriftJob>(schedule.CheckDrift);
        });
        builder.Services.AddQuartzHostedService();
    }

    static void AddCron<T>(this IQuartzBuilder quartz, string cron) where T : class, IJob
    {
        // A wrong cron is told by the options' own check, with its name.
        if (CronExpression.TryParse(cron, out _))
            quartz.ScheduleJob<T>(trigger => trigger.WithIdentity(typeof(T).Name).WithCronSchedule(cron, when => when.InTimeZone(London)));
    }
}
