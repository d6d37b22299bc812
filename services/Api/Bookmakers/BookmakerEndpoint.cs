using Soccer.Forecasting.Odds;

namespace Soccer.Api.Bookmakers;

/// <summary>The bookmakers whose odds are read.</summary>
/// <param name="Bookmakers">By code.</param>
public sealed record BookmakerList(IReadOnlyList<BookmakerAnswer> Bookmakers);

/// <summary>A bookmaker.</summary>
/// <param name="Code">As odds have it: B365.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsExchange">Whether customers bet against each other there, and it keeps a commission.</param>
/// <param name="IsAggregate">Whether it is made of several bookmakers' odds: the market's average or maximum.</param>
/// <param name="Commission">The share of winnings that it is taken to keep, 0 to 1.</param>
public sealed record BookmakerAnswer(string Code, string Name, bool IsExchange, bool IsAggregate, double Commission);

/// <summary>Explains the codes of bookmakers.</summary>
static class BookmakerEndpoint
{
    public static void MapBookmakers(this WebApplication app) => app.MapGet("/v1/bookmakers", List).WithTags("Forecasts")
        .WithSummary("List bookmakers")
        .WithDescription(
            "Those whose odds football-data.co.uk has published. A bookmaker that it adds later is read too; then its name is its code.")
        .Produces<BookmakerList>();

    static BookmakerList List(Commissions commissions) => new(
    [
        .. Bookmaker.All.Select(bookmaker => new BookmakerAnswer(
            bookmaker.Code, bookmaker.Name, bookmaker.IsExchangeBy(commissions), bookmaker.IsAggregate, commissions.Of(bookmaker.Code))),
    ]);
}
