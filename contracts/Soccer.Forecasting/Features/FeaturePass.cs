using System.Text;

namespace Soccer.Forecasting.Features;

/// <summary>
/// The pass over time: describes each match by what earlier days taught, and by nothing else. Matches of one day never see each other. What it has learnt can be
/// saved, and describes any two teams on any later day. Not safe for use by several threads at once.
/// </summary>
public sealed class FeaturePass
{
    const string Mark = "soccer feature state 1";

    /// <summary>Matches of a block, at the least; 4,096: their rows take some two megabytes, and setting threads to work on them takes nothing beside the work.</summary>
    const int BlockMatches = 4096;

    // The first column of each family.
    readonly int[] starts;

    /// <summary>A pass of these families, which have learnt nothing yet.</summary>
    public FeaturePass(IReadOnlyList<IFeatureFamily> families)
    {
        Families = families;
        Schema = new(families.SelectMany(family => family.Features));
        starts = new int[families.Count];
        for (var family = 1; family < families.Count; family++)
            starts[family] = starts[family - 1] + families[family - 1].Features.Count;
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
    /// can be run in parts. Families know nothing of each other, so each goes through a block of days by itself, in the order of the days.
    /// </summary>
    /// <param name="matches">In order of date, then id; every one after <see cref="LearntThrough"/>.</param>
    /// <param name="row">Called for each match in order, on the calling thread.</param>
    /// <param name="cancellation">Asked before each block. A pass that was cancelled has learnt the blocks before.</param>
    /// <param name="eachFamily">Does something for every number below a count, in whatever order, and returns when all is done: a parallel loop gives the same rows sooner. None: one after the other.</param>
    /// <exception cref="ArgumentException">The matches are out of order, or one is on or before a day already learnt.</exception>
    public void Run(IReadOnlyList<Match> matches, FeatureRow row, CancellationToken cancellation, Action<int, Action<int>>? eachFamily = null)
    {
        MatchDays.CheckOrder(matches, LearntThrough);
        var width = Schema.Features.Count;
        float[] rows = [];
        for (var (from, to) = (0, 0); from < matches.Count; from = to)
        {
            cancellation.ThrowIfCancellationRequested();
            to = MatchDays.End(matches, Math.Min(from + BlockMatches, matches.Count) - 1);
            if (rows.Length < (to - from) * width)
                rows = new float[(to - from) * width];

            var block = from..to;
            (eachFamily ?? OneByOne)(Families.Count, family => Go(Families[family], starts[family], matches, block, rows));
            LearntThrough = matches.Skip(from).Take(to - from).LastOrDefault(match => match.FullTime is not null)?.Date ?? LearntThrough;
            for (var match = from; match < to; match++)
                row(matches[match], rows.AsSpan((match - from) * width, width));
        }
    }

    static void OneByOne(int count, Action<int> each)
    {
        for (var family = 0; family < count; family++)
            each(family);
    }

    /// <summary>One family's way through a block, day by day.</summary>
    void Go(IFeatureFamily family, int start, IReadOnlyList<Match> matches, Range block, float[] rows)
    {
        var (first, width) = (block.Start.Value, Schema.Features.Count);
        for (var day = first; day < block.End.Value;)
        {
            var next = MatchDays.End(matches, day);
            for (var match = day; match < next; match++)
                family.Describe(matches[match], rows.AsSpan((match - first) * width + start, family.Features.Count));

            for (; day < next; day++)
                if (matches[day].FullTime is not null)
                    family.Learn(matches[day]);
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

        for (var family = 0; family < Families.Count; family++)
            Families[family].Describe(match, values.Slice(starts[family], Families[family].Features.Count));
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
}
