namespace Soccer.Validate.Matching;

/// <summary>A team, known by its name within its country. Names that differ in upper and lower case alone are one team.</summary>
/// <param name="Id">Content hash of country and name.</param>
/// <param name="Country">The country, in English.</param>
/// <param name="Name">The name that stands for it, aliases resolved.</param>
public sealed record Team(long Id, string Country, string Name)
{
    /// <summary>The part of the name that is identity.</summary>
    public string Key { get; } = Name.ToUpperInvariant();

    /// <summary>The team of a cleaned name, which may be an alias.</summary>
    public static Team Of(string country, string name)
    {
        var canonical = TeamAliases.Resolve(country, name);
        return new Team(ContentId.Of($"{country}|{canonical.ToUpperInvariant()}"), country, canonical);
    }

    /// <summary>Teams are the same if their ids are.</summary>
    public bool Equals(Team? other) => other is not null && other.Id == Id;

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();
}
