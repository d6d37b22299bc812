using System.Reflection;
using Soccer.Contracts;
using Soccer.Contracts.Ingest.V1;

namespace Soccer.Hosting.Bus;

/// <summary>The run that a message belongs to.</summary>
static class RunOf<T> where T : class
{
    static readonly PropertyInfo? Carried = Array.Find(typeof(T).GetProperties(), member => member.PropertyType == typeof(Run));

    /// <summary>The id of the run that the message carries; null for requests, progress reports and other messages.</summary>
    public static Guid? Id(T message) => message is StartRun start ? start.RunId : (Carried?.GetValue(message) as Run)?.Id;
}
