using Npgsql;
using Soccer.Forecasting;
using Soccer.Tables.Validate;

namespace Soccer.Api.Problems;

/// <summary>Reads the code of a division that a caller sent, or says what is wrong with it.</summary>
static class Divisions
{
    /// <summary>The code of a published division, or of one that the newest dataset has; none where nothing was sent. Only the second asks the database.</summary>
    /// <exception cref="InvalidInputException">There is no such division.</exception>
    public static async Task<string?> Code(string field, string? text, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (text is null)
            return null;
        var code = text.Trim().ToUpperInvariant();
        if (Division.Find(code) is { } division)
            return division.Code;
        if (Division.Of(code) is null)
            throw Unknown(field, text, []);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var played = await Datasets.Divisions(connection, cancellation);
        return played.Contains(code) ? code : throw Unknown(field, text, played);
    }

    /// <summary>The same, by the codes that the newest dataset is known to have; where that is not known, any code will do.</summary>
    public static Division? Find(string field, string? text, IReadOnlyCollection<string>? played)
    {
        if (text is null)
            return null;
        var code = text.Trim().ToUpperInvariant();
        return Division.Find(code) ?? (played?.Contains(code) ?? true ? Division.Of(code) : null) ?? throw Unknown(field, text, [.. played ?? []]);
    }

    static InvalidInputException Unknown(string field, string text, IReadOnlyList<string> played)
    {
        var named = Division.All.Where(known => known.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || known.Country.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(known => known.Code).ToArray();
        string[] codes = [.. named is [_, ..] && text.Length > 2 ? named : played is [_, ..] ? played : Division.All.Select(known => known.Code)];
        return new InvalidInputException(
            field, text, $"there is no division '{text}': write one of the codes under suggestions, such as E0 for England's Premier League", codes);
    }
}
