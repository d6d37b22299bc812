using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>What the two teams' own meetings say, at either venue: exponentially weighted with a half-life of three meetings. Missing where they never met.</summary>
public sealed class HeadToHeadFamily : IFeatureFamily
{
    const int MostMeetings = 10;
    static readonly double Decay = ExponentiallyWeighted.Decay(3);

    // A row, seen from the team with the smaller id: sum of points less the other's, sum of goal differences, weight, meetings.
    readonly StateTable<(long, long)> pairs = StateTable.OfPairs(4);

    public string Name => "head_to_head";

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("head_to_head_points", "home team's points less the away team's in their last meetings, a meeting, -3 to 3"),
        new("head_to_head_goals", "home team's goals less the away team's in their last meetings, a meeting"),
        new("head_to_head_meetings", $"meetings seen, at most {MostMeetings}"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        if (!pairs.TryFind(Key(match), out var row))
        {
            (values[0], values[1], values[2]) = (float.NaN, float.NaN, 0);
            return;
        }

        var side = Side(match);
        values[0] = (float)(side * row[0] / row[2]);
        values[1] = (float)(side * row[1] / row[2]);
        values[2] = Math.Min(MostMeetings, (float)row[3]);
    }

    public void Learn(Match match)
    {
        var score = match.FullTime!.Value;
        var (row, side) = (pairs.Of(Key(match)), Side(match));
        var points = score.Outcome switch { Outcome.HomeWin => 3, Outcome.Draw => 0, _ => -3 };
        row[0] = Decay * row[0] + side * points;
        row[1] = Decay * row[1] + side * (score.Home - score.Away);
        row[2] = Decay * row[2] + 1;
        row[3]++;
    }

    public void Save(BinaryWriter writer) => pairs.Save(writer);

    public void Load(BinaryReader reader) => pairs.Load(reader);

    static (long, long) Key(Match match) => (Math.Min(match.Home, match.Away), Math.Max(match.Home, match.Away));

    static int Side(Match match) => match.Home < match.Away ? 1 : -1;
}
