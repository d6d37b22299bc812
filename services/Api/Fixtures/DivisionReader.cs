using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Forecasting;
using Soccer.Hosting.Database;
using Soccer.Tables.Validate;

namespace Soccer.Api.Fixtures;

/// <summary>
/// Reads the divisions of the newest dataset. Counting reads every match, so the counts are kept until there is a newer dataset.
/// </summary>
sealed class DivisionReader(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>The time that counting may take, though the database neither answers nor refuses.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>No caller needs a newer dataset sooner.</summary>
    static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(2);

    readonly SharedLook<Counted> look = new(FreshFor, time);
    Counted? known;

    /// <summary>The divisions by code; before the first dataset, those that the source publishes.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<IReadOnlyList<DivisionAnswer>> Now(CancellationToken cancellation) =>
        (await look.Now(this, static reader => reader.Read()).WaitAsync(cancellation)).Divisions;

    Task<Counted> Read() => database.Within(Limit, "divisions", Read);

    async Task<Counted> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        try
        {
            return await Count(connection, cancellation);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // Validate has not made its tables yet.
            return new(null, null, [.. Division.All.Select(division => DivisionAnswer.Of(division, null))]);
        }
    }

    async Task<Counted> Count(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var version = (await Datasets.Newest(connection, cancellation))?.Version;
        var day = (await EventSql.NewestRefresh(connection, cancellation))?.Run.AsOf;
        if (version is not null && known is { } before && before.Version == version && before.Day == day)
            return before;
        var rows = await Datasets.CountByDivision(connection, day, cancellation);
        IReadOnlyList<DivisionAnswer> divisions = rows.Count == 0
            ? [.. Division.All.Select(division => DivisionAnswer.Of(division, null))]
            :
            [
                .. rows.Select(row => Division.Of(row.Division) is { } named ? DivisionAnswer.Of(named, row) : null)
                    .OfType<DivisionAnswer>(),
            ];
        return known = new(version, day, divisions);
    }

    /// <param name="Version">The dataset that was counted.</param>
    /// <param name="Day">The day after which matches are to come.</param>
    /// <param name="Divisions">What was counted.</param>
    sealed record Counted(int? Version, DateOnly? Day, IReadOnlyList<DivisionAnswer> Divisions);
}
