using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Soccer.Api.Problems;

namespace Soccer.Api.Fixtures;

/// <summary>Where a page of fixtures ended: its last match.</summary>
/// <param name="Date">The match's day.</param>
/// <param name="Division">Its division.</param>
/// <param name="KickOff">Its kick-off; midnight where that is not known.</param>
/// <param name="Match">Its id.</param>
public sealed record FixtureCursor(DateOnly Date, string Division, TimeOnly KickOff, long Match)
{
    /// <summary>The cursor after a match.</summary>
    public static FixtureCursor After(FixtureAnswer match) => new(match.Date, match.Division, match.KickOff ?? TimeOnly.MinValue, match.MatchId);

    /// <summary>As it stands in a link: opaque to callers.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd} {Division} {KickOff:HH:mm:ss} {Match}")));

    /// <summary>Reads a cursor, or none where nothing was sent.</summary>
    /// <exception cref="InvalidInputException">It is none of ours.</exception>
    public static FixtureCursor? Read(string? text)
    {
        if (text is null)
            return null;

        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ') is [var date, var division, var kickOff, var match]
                ? new(
                    DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), division,
                    TimeOnly.ParseExact(kickOff, "HH:mm:ss", CultureInfo.InvariantCulture), long.Parse(match, CultureInfo.InvariantCulture))
                : throw None(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw None(text);
        }
    }

    static InvalidInputException None(string text) =>
        new("cursor", text, $"'{text}' is no cursor: follow the link under next, or leave it out for the first page");
}
