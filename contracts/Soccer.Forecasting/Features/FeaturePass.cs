using System.Text;

namespace Soccer.Forecasting.Features;

/// <summary>
/// The pass over time: describes each match by what earlier days taught, and by nothing else. Matches of one day never see each other. What it has learnt can be
/// saved, and describes any two teams on any later day. Not safe for use by several threads at once.
/// </summary>
public sealed class FeaturePass
{
    const string Mark = "soccer feature state 1";

    readonly float[] row;

    /// <summary>A pass of these families, which have learnt nothing yet.</summary>
    public FeaturePass(IReadOnlyList<IFeatureFamily> families)
    {
        Families = families;
        Schema = new(families.SelectMany(family => family.Features));
        row = new float[Schema.Features.Count];
    }

    /// <summary>A pass of every family there is.</summary>
    public static FeaturePass Create() => new(
    [
        new EloFamily(),
        new PiFamily(),
        new FormFamily(Statistic.Points),
        new FormFamily(Statistic.Goals),
        new FormFamily(Statistic.Shots),
        new FormFamily(Statistic.ShotsOnTarget),
        new FormFamily(Statistic.Corners),
        new StrengthFamily(Statistic.Goals, 0.02, 0.2),
        new StrengthFamily(Statistic.Shots, 0.03, 0.1),
        new StrengthFamily(Statistic.ShotsOnTarget, 0.03, 0.12),
        new StrengthFamily(Statistic.Corners, 0.03, 0.08),
        new StrengthFamily(Statistic.Chances, 0.03, 0.12),
        new GapFamily(Statistic.Shots),
        new GapFamily(Statistic.ShotsOnTarget),
        new GapFamily(Statistic.Corners),
        new RidgeFamily(
            "play", [new(60, 8), new(120, 10), new(700, 10)], 120,
            [new(Statistic.Shots, 0.15), new(Statistic.ShotsOnTarget, 0.18), new(Statistic.Corners, 0.12), new(Statistic.Chances, 0.2)]),
        new RidgeFamily(
            "result", [new(60, 20), new(120, 20), new(700, 10), new(2500, 10)], 120,
            [new(Statistic.Goals, 0.3), new(Statistic.Points, 0.3), new(Statistic.EarlyGoals, 0.3)]),
        new RidgeFamily("discipline", [new(200, 10)], null, [new(Statistic.Fouls, 0), new(Statistic.Yellows, 0), new(Statistic.Reds, 0)]),
        new TableFamily(),
        new StakesFamily(),
        new PromotionFamily(),
        new DivisionFamily(),
        new RestFamily(),
        new HeadToHeadFamily(),
        new MarketStrengthFamily(0.15),
        new MarketRidgeFamily(15, 0.1),
        new MarketRidgeFamily(40, 0.1),
        new MarketSurpriseFamily(Statistic.Shots),
        new MarketSurpriseFamily(Statistic.Corners),
        new MarketSurpriseFamily(Statistic.Chances),
        new PriceFamily(),
    ]);

    /// <summary>What describes and learns, in the order of the columns.</summary>
    public IReadOnlyList<IFeatureFamily> Families { get; }

    /// <summary>The columns, family by family.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>The last day of which a result was learnt; none before the first.</summary>
    public DateOnly? LearntThrough { get; private set; }

    /// <summary>
    /// Day by day: describes all matches of the day, played or not, and then learns from the played ones, in order of id. What was learnt before stays, so that a season
    /// can be run in parts.
    /// </summary>
    /// <param name="matches">In order of date, then id; every one after <see cref="LearntThrough"/>.</param>
    /// <param name="row">Called for each match in order.</param>
    /// <param name="cancellation">Asked before each day. A pass that was cancelled has learnt the days before.</param>
    /// <exception cref="ArgumentException">The matches are out of order, or one is on or before a day already learnt.</exception>
    public void Run(IReadOnlyList<Match> matches, FeatureRow row, CancellationToken cancellation)
    {
        CheckOrder(matches);
        for (var day = 0; day < matches.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = day;
            while (next < matches.Count && matches[next].Date == matches[day].Date)
            {
                Describe(matches[next], this.row);
                row(matches[next], this.row);
                next++;
            }

            for (; day < next; day++)
                if (matches[day].FullTime is not null)
                    Learn(matches[day]);
        }
    }

    /// <summary>The features of one match from what has been learnt, exactly as <see cref="Run"/> would give them on that day.</summary>
    /// <param name="match">Any two teams, known or not, on a day after <see cref="LearntThrough"/>. Its score and statistics are not looked at.</param>
    /// <param name="values">As long as the schema.</param>
    /// <exception cref="ArgumentException">The day has been learnt already, so that the features would know of it; or the span is of another length.</exception>
    public void Describe(Match match, Span<float> values)
    {
        if (match.Date <= LearntThrough)
            throw new ArgumentException($"Match {match.Id} is on {match.Date:yyyy-MM-dd}, but results up to {LearntThrough:yyyy-MM-dd} have been learnt; ask for a later day.", nameof(match));

        if (values.Length != Schema.Features.Count)
            throw new ArgumentException($"A row has {Schema.Features.Count} values; there is room for {values.Length}.", nameof(values));

        var start = 0;
        foreach (var family in Families)
        {
            family.Describe(match, values.Slice(start, family.Features.Count));
            start += family.Features.Count;
        }
    }

    /// <summary>Writes what has been learnt: a few megabytes for all divisions, the same bytes for the same matches.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(Schema.Hash);
        writer.Write(LearntThrough?.DayNumber ?? -1);
        foreach (var family in Families)
        {
            writer.Write(family.Name);
            family.Save(writer);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote, into a pass of every family.</summary>
    /// <exception cref="InvalidDataException">It is no saved state, or one of another schema.</exception>
    public static FeaturePass Load(Stream stream) => Load(stream, Create());

    /// <summary>Reads what <see cref="Save"/> wrote, into a pass of the same families that has learnt nothing.</summary>
    /// <exception cref="InvalidDataException">It is no saved state, or one of another schema.</exception>
    public static FeaturePass Load(Stream stream, FeaturePass pass)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            pass.Read(reader);
        }
        catch (Exception cut) when (cut is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("The saved feature state is cut short or damaged; build the features again.", cut);
        }

        return pass;
    }

    void Read(BinaryReader reader)
    {
        Expect(Mark, reader.ReadString(), "format");
        Expect(Schema.Hash, reader.ReadString(), "feature schema");
        var day = reader.ReadInt32();
        LearntThrough = day < 0 ? null : DateOnly.FromDayNumber(day);
        foreach (var family in Families)
        {
            Expect(family.Name, reader.ReadString(), "feature family");
            family.Load(reader);
        }
    }

    static void Expect(string wanted, string found, string what)
    {
        if (found != wanted)
            throw new InvalidDataException($"The saved feature state has {what} \"{found}\", this code has \"{wanted}\"; build the features again.");
    }

    void Learn(Match match)
    {
        foreach (var family in Families)
            family.Learn(match);

        LearntThrough = match.Date;
    }

    void CheckOrder(IReadOnlyList<Match> matches)
    {
        if (matches.Count > 0 && matches[0].Date <= LearntThrough)
            throw new ArgumentException(
                $"Match {matches[0].Id} is on {matches[0].Date:yyyy-MM-dd}, but results up to {LearntThrough:yyyy-MM-dd} have been learnt; start a new pass to learn the past again.", nameof(matches));

        for (var i = 1; i < matches.Count; i++)
            if ((matches[i - 1].Date, matches[i - 1].Id).CompareTo((matches[i].Date, matches[i].Id)) >= 0)
                throw new ArgumentException(
                    $"Match {matches[i].Id} of {matches[i].Date:yyyy-MM-dd} stands after match {matches[i - 1].Id} of {matches[i - 1].Date:yyyy-MM-dd}; matches must be in order of date, then id, each once.", nameof(matches));
    }
}
