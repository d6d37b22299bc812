using System.Collections.Frozen;

namespace Soccer.Forecasting.Features;

/// <summary>
/// The places of a division's table that a season is played for, counted from either end: the champion's, those that lead to European cups, promotion or play-offs, and those
/// that are relegated or play for it. As the rules stood in most seasons since 2005; leagues move one by a place now and then.
/// </summary>
/// <param name="Up">Last places, from the top, that are worth something: 1, 4, 6.</param>
/// <param name="Down">How many at the bottom are lost: 2 go down, 3 with the play-off.</param>
sealed record DivisionPlaces(int[] Up, int[] Down)
{
    static readonly DivisionPlaces Usual = new([1, 4], [3]);

    static readonly FrozenDictionary<string, DivisionPlaces> ByDivision = new Dictionary<string, DivisionPlaces>
    {
        ["E0"] = new([1, 4, 6], [3]),
        ["E1"] = new([2, 6], [3]),
        ["E2"] = new([2, 6], [4]),
        ["E3"] = new([3, 7], [2]),
        ["EC"] = new([1, 5], [4]),
        ["SC0"] = new([1, 3], [1, 2]),
        ["SC1"] = new([1, 4], [1, 2]),
        ["SC2"] = new([1, 4], [1, 2]),
        ["SC3"] = new([1, 4], [1]),
        ["D1"] = new([1, 4, 6], [2, 3]),
        ["D2"] = new([2, 3], [2, 3]),
        ["I1"] = new([1, 4, 6], [3]),
        ["I2"] = new([2, 8], [4]),
        ["SP1"] = new([1, 4, 6], [3]),
        ["SP2"] = new([2, 6], [4]),
        ["F1"] = new([1, 3, 5], [2, 3]),
        ["F2"] = new([2, 5], [2, 3]),
        ["N1"] = new([1, 2, 7], [2, 3]),
        ["B1"] = new([1, 6], [1, 2]),
        ["P1"] = new([1, 3, 5], [2, 3]),
        ["T1"] = new([1, 2, 4], [3]),
        ["G1"] = new([1, 2, 5], [2, 3]),
    }.ToFrozenDictionary();

    public static DivisionPlaces Of(string division) => ByDivision.GetValueOrDefault(division, Usual);
}
