using System.Text.Json.Serialization;

namespace Soccer.Forecasting.Models;

/// <summary>What something adds to the margins of a home win, a draw and an away win: natural log-odds, of which only differences between outcomes mean anything. The three sum to 0.</summary>
/// <param name="Home">Of a home win.</param>
/// <param name="Draw">Of a draw.</param>
/// <param name="Away">Of an away win.</param>
public readonly record struct Effects(double Home, double Draw, double Away)
{
    /// <summary>The largest of the three, whatever its sign.</summary>
    [JsonIgnore]
    public double Size => Math.Max(Math.Abs(Home), Math.Max(Math.Abs(Draw), Math.Abs(Away)));

    /// <summary>Both together.</summary>
    public static Effects operator +(Effects one, Effects other) => new(one.Home + other.Home, one.Draw + other.Draw, one.Away + other.Away);

    /// <summary>Three margins without what is common to them.</summary>
    public static Effects Centred(double home, double draw, double away)
    {
        var mean = (home + draw + away) / TreeEnsemble.Classes;
        return new(home - mean, draw - mean, away - mean);
    }

    /// <summary>The probabilities of these margins.</summary>
    public Probabilities ToProbabilities() => Softmax.Of(Home, Draw, Away);
}
