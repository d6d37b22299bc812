using System.Collections.Frozen;
using Soccer.Forecasting.Odds;

namespace Soccer.Api.Bookmakers;

/// <summary>A bookmaker behind one of the source's codes.</summary>
/// <param name="Code">As odds have it: B365.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsExchange">Whether customers bet against each other there, and it keeps a commission.</param>
/// <param name="IsAggregate">Whether it is made of several bookmakers' odds.</param>
sealed record Bookmaker(string Code, string Name, bool IsExchange = false, bool IsAggregate = false)
{
    /// <summary>Those that football-data.co.uk has had, by code.</summary>
    public static IReadOnlyList<Bookmaker> All { get; } =
    [
        new("1XB", "1XBet"),
        new("Avg", "Market average", IsAggregate: true),
        new("B365", "Bet365"),
        new("BF", "Betfair Sportsbook"),
        new("BFD", "Betfred"),
        new("BFE", "Betfair Exchange", IsExchange: true),
        new("BMGM", "BetMGM"),
        new("BS", "Blue Square"),
        new("BV", "BetVictor"),
        new("BW", "Bet&Win"),
        new("CL", "Coral"),
        new("GB", "Gamebookers"),
        new("IW", "Interwetten"),
        new("LB", "Ladbrokes"),
        new("Max", "Market maximum", IsAggregate: true),
        new("PS", "Pinnacle"),
        new("SB", "Sportingbet"),
        new("SJ", "Stan James"),
        new("SO", "Sporting Odds"),
        new("SY", "Stanleybet"),
        new("VC", "VC Bet (BetVictor)"),
        new("WH", "William Hill"),
    ];

    static readonly FrozenDictionary<string, Bookmaker> ByCode = All.ToFrozenDictionary(bookmaker => bookmaker.Code);

    /// <summary>Whether customers bet against each other there, as far as is known or as the operator's commissions say.</summary>
    public bool IsExchangeBy(Commissions commissions) => IsExchange || commissions.Of(Code) > 0;

    /// <summary>The bookmaker of a code. One that the source has added since goes by its code.</summary>
    public static Bookmaker Of(string code) => ByCode.GetValueOrDefault(code) ?? new(code, code);
}
