namespace Soccer.Cli.Forecasts;

/// <summary>A sentence on each family of features. Not beside the families: every change there computes all features again.</summary>
static class FamilyWords
{
    /// <summary>The family of the match's own odds.</summary>
    public const string Price = "price";

    static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["elo"] = "Elo ratings, which goals move after every match.",
        ["pi"] = "Pi-ratings: goals above an average team, at home and away.",
        ["form"] = "Points, goals, shots and corners of each team's recent matches, above its division's mean.",
        ["strength"] = "Attack against defence, learnt match by match: expected goals, shots, corners and chances.",
        ["gap"] = "GAP ratings: shots and corners that each team makes and allows, at home and away.",
        ["ridge"] = "Attack against defence, by a regression over all of a country's recent matches at once.",
        ["table"] = "This season's table: places, points and goal difference.",
        ["stakes"] = "What each team still plays for: title, Europe, promotion, relegation.",
        ["promotion"] = "Whether a team was promoted or relegated, and how many of its matches are known.",
        ["division"] = "The division: its level, goals, and shares of home wins, draws and away wins.",
        ["rest"] = "Days since each team's last league match.",
        ["head-to-head"] = "Results of the two teams' last meetings.",
        ["market-strength"] = "Ratings of the teams by the odds of their past matches.",
        ["market-ridge"] = "Home win and away win against draw, by a regression on the odds of a country's past matches.",
        ["market-surprise"] = "How far each team did better than the odds of its past matches promised.",
        [Price] = "The match's own odds, without the bookmakers' margin.",
        ["other"] = "Features of an older version.",
    };

    /// <summary>What a family is; null if this version has no such family.</summary>
    public static string? Of(string family) => Sentences.GetValueOrDefault(family);
}
