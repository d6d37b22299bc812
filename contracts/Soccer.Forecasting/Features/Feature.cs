namespace Soccer.Forecasting.Features;

/// <summary>One column of a feature row.</summary>
/// <param name="Name">Lower case with underscores: elo_difference.</param>
/// <param name="Meaning">What it says, with unit and range, in a line.</param>
/// <param name="Version">
/// Of what its values mean, from 1: raised with every change of its formula, so that neither a model nor a saved state of the formula
/// before is fed with the new one. A clearer sentence is the same version.
/// </param>
public sealed record Feature(string Name, string Meaning, int Version = 1)
{
    /// <summary>What a schema knows it by: the name, and from the second version on name@version.</summary>
    public string Identity => Version == 1 ? Name : FormattableString.Invariant($"{Name}@{Version}");
}
