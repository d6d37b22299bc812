namespace Soccer.Ingest.Fetching;

/// <summary>Files that hardly change any more.</summary>
public static class ClosedSeason
{
    /// <summary>Whether a path is a season's file whose season ended before a day: mmz4281/2324/E0.csv is closed from September 2024.</summary>
    public static bool IsClosed(string path, DateOnly day)
    {
        var parts = path.Split('/');
        if (parts is not ["mmz4281", { Length: 4 } season, _] || !int.TryParse(season[2..], out var end))
            return false;
        // Seasons are written with two digits from 9394 on.
        var endYear = end < 93 ? 2000 + end : 1900 + end;
        return day > new DateOnly(endYear, 8, 31);
    }
}
