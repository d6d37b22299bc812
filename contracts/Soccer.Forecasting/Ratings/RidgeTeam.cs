using System.Runtime.Intrinsics;

namespace Soccer.Forecasting.Ratings;

/// <summary>A team's rows of the normal equations: what it made and let, and how much of that was against whom. All sums have the weights of the reference day.</summary>
sealed class RidgeTeam(long id)
{
    int[] opponents = new int[8];
    double[] weights = new double[8];
    int count;
    double weight;
    Vector256<double> made;
    Vector256<double> let;

    // The same with the ridge's share, for the sweeps of a day.
    double pulledWeight;
    Vector256<double> pulledMade;
    Vector256<double> pulledLet;

    public long Id { get; } = id;

    /// <summary>Day of its last match.</summary>
    public int LastDay { get; set; }

    /// <summary>The level of the division that it last played in.</summary>
    public Vector256<double> Level { get; set; }

    public void Add(int opponent, double newest, Vector256<double> madeThen, Vector256<double> letThen)
    {
        made += newest * madeThen;
        let += newest * letThen;
        weight += newest;
        var at = opponents.AsSpan(0, count).IndexOf(opponent);
        if (at >= 0)
            weights[at] += newest;
        else
            Put(opponent, newest);
    }

    /// <summary>Says what attack and defence are pulled towards, and how much that counts.</summary>
    public void Pull(double ridge, RidgeStrength level) =>
        (pulledWeight, pulledMade, pulledLet) = (weight + ridge, made + ridge * level.Attack, let - ridge * level.Defence);

    /// <summary>Where the equations want attack and defence, given all the others' by position.</summary>
    public RidgeStrength Solve(ReadOnlySpan<RidgeStrength> strengths)
    {
        var attack = pulledMade;
        var defence = -pulledLet;
        for (var i = 0; i < count; i++)
        {
            ref readonly var opponent = ref strengths[opponents[i]];
            var against = Vector256.Create(weights[i]);
            attack += against * opponent.Defence;
            defence += against * opponent.Attack;
        }

        return new(attack / pulledWeight, defence / pulledWeight);
    }

    /// <summary>
    /// Counts in another reference day's weights, and lets go of opponents that have left or were met too long ago to matter: what is left of those matches counts from then on as
    /// if the opponent stood as it does now.
    /// </summary>
    /// <param name="factor">The new weights in the old ones.</param>
    /// <param name="least">An opponent of less weight is let go.</param>
    /// <param name="positions">New positions by old ones, −1 for a team that has left.</param>
    /// <param name="strengths">All teams' by old position.</param>
    public void Rebase(double factor, double least, ReadOnlySpan<int> positions, ReadOnlySpan<RidgeStrength> strengths)
    {
        (made, let, weight) = (factor * made, factor * let, factor * weight);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var (opponent, against) = (opponents[i], factor * weights[i]);
            if (positions[opponent] >= 0 && against >= least)
            {
                (opponents[kept], weights[kept]) = (positions[opponent], against);
                kept++;
                continue;
            }

            made += against * strengths[opponent].Defence;
            let -= against * strengths[opponent].Attack;
        }

        count = kept;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(Id);
        writer.Write(LastDay);
        RidgeBits.Write(writer, Level);
        writer.Write(weight);
        RidgeBits.Write(writer, made);
        RidgeBits.Write(writer, let);
        writer.Write(count);
        for (var i = 0; i < count; i++)
        {
            writer.Write(opponents[i]);
            writer.Write(weights[i]);
        }
    }

    public static RidgeTeam Load(BinaryReader reader)
    {
        var team = new RidgeTeam(reader.ReadInt64())
        {
            LastDay = reader.ReadInt32(),
            Level = RidgeBits.Read(reader),
            weight = reader.ReadDouble(),
            made = RidgeBits.Read(reader),
            let = RidgeBits.Read(reader),
        };
        for (var left = reader.ReadInt32(); left > 0; left--)
            team.Put(reader.ReadInt32(), reader.ReadDouble());

        return team;
    }

    void Put(int opponent, double against)
    {
        if (count == opponents.Length)
        {
            Array.Resize(ref opponents, 2 * count);
            Array.Resize(ref weights, 2 * count);
        }

        (opponents[count], weights[count]) = (opponent, against);
        count++;
    }
}
