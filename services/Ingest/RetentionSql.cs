using Npgsql;

namespace Soccer.Ingest;

/// <summary>Every statement that deletes what is old. Snapshots of dataset versions and their bytes stay for ever.</summary>
static class RetentionSql
{
    /// <summary>
    /// Deletes some of the snapshots from before a time that no dataset version came of; how many. What was taken after the newest
    /// version's snapshot stays: one of them was merged last, and the next is compared with it.
    /// </summary>
    public static async Task<int> DeleteSnapshots(NpgsqlDataSource database, DateTime before, CancellationToken cancellation)
    {
        const string sql = """
            with unused as (
                select number
                from ingest.snapshot
                where taken_at < $1
                  and number < (select max(snapshot_number) from validate.dataset)
                  and not exists (select from validate.dataset where dataset.snapshot_number = snapshot.number)
                order by number
                limit 5
                for update of snapshot
            ), files as (
                delete from ingest.snapshot_file where number in (select number from unused)
            )
            delete from ingest.snapshot where number in (select number from unused)
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before });
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// Deletes some of the bytes that were fetched last before a time and that neither a snapshot nor a source has any more; how many.
    /// </summary>
    public static async Task<int> DeleteBlobs(NpgsqlDataSource database, DateTime before, CancellationToken cancellation)
    {
        // The time is asked twice: bytes that are fetched again at this moment have a newer one by the time that their row is free.
        const string sql = """
            delete from ingest.blob
            where fetched_at < $1
              and sha256 in (
                select sha256
                from ingest.blob b
                where fetched_at < $1
                  and not exists (select from ingest.snapshot_file f where f.sha256 = b.sha256)
                  and not exists (select from ingest._source_file f where f.sha256 = b.sha256)
                limit 100)
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before });
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
