namespace Soccer.Hosting.Database;

/// <summary>A forward-only change of a service's schema.</summary>
/// <param name="Name">Names it for ever.</param>
/// <param name="Sql">Its statements. Once applied anywhere they must not change; <c>{schema}</c> stands for the service's schema.</param>
public sealed record Migration(string Name, string Sql);
