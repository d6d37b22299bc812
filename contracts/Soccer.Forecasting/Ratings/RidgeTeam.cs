using System.Runtime.Intrinsics;

namespace Soccer.Forecasting.Ratings;

/// <summary>A team's rows of the normal equations: what it made and let, and how much of that was against whom. All sums have the weights of the reference day.</summary>
sealed class RidgeTeam(long id)
{
    int[] opponents = new int[8];
    double[] weights = new double[8];
    int count;

    public long Id { get; } = id;

    /// <summary>Day of its last match.</summary>
    public int LastDay { get; set; }

    /// <summary>What attack and defence are pulled towards.</summary>
    public Vector256<double> Level { get; set; }

    /// <summary>Σ weight · what it made.</summary>
    public Vector256<double> Made { get; private set; }

    /// <summary>Σ weight · what it let.</summary>
    public Vector256<double> Let { get; private set; }

    /// <summary>Σ weight.</summary>
    public double Weight { get; private set; }

    /// <summary>Positions of the teams it met.</summary>
    public ReadOnlySpan<int> Opponents => opponents.AsSpan(0, count);

    /// <summary>Σ weight of the matches against each of them.</summary>
    public ReadOnlySpan<double> Weights => weights.AsSpan(0, count);

    public void Add(int opponent, double weight, Vector256<double> made, Vector256<double> let)
    {
        Made += weight * made;
        Let += weight * let;
        Weight += weight;
        var at = Opponents.IndexOf(opponent);
        if (at >= 0)
            weights[at] += weight;
        else
            Put(opponent, weight);
    }

    /// <summary>
    /// Counts in another reference day's weights, and lets go of opponents that have left or were met too long ago to matter: what is left of those matches counts from then on as
    /// if the opponent stood as it does now.
    /// </summary>
    /// <param name="factor">The new weights in the old ones.</param>
    /// <param name="least">An opponent of less weight is let go.</param>
    /// <param name="positions">New positions by old ones, −1 for a team that has left.</param>
    /// <param name="attack">Attack by old position.</param>
    /// <param name="defence">Defence by old position.</param>
    public void Rebase(double factor, double least, ReadOnlySpan<int> positions, ReadOnlySpan<Vector256<double>> attack, ReadOnlySpan<Vector256<double>> defence)
    {
        (Made, Let, Weight) = (factor * Made, factor * Let, factor * Weight);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var (opponent, weight) = (opponents[i], factor * weights[i]);
            if (positions[opponent] >= 0 && weight >= least)
            {
                (opponents[kept], weights[kept]) = (positions[opponent], weight);
                kept++;
                continue;
            }

            Made += weight * defence[opponent];
            Let -= weight * attack[opponent];
        }

        count = kept;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(Id);
        writer.Write(LastDay);
        writer.Write(Weight);
        RidgeBits.Write(writer, Level);
        RidgeBits.Write(writer, Made);
        RidgeBits.Write(writer, Let);
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
            Weight = reader.ReadDouble(),
            Level = RidgeBits.Read(reader),
            Made = RidgeBits.Read(reader),
            Let = RidgeBits.Read(reader),
        };
        for (var left = reader.ReadInt32(); left > 0; left--)
            team.Put(reader.ReadInt32(), reader.ReadDouble());

        return team;
    }

    void Put(int opponent, double weight)
    {
        if (count == opponents.Length)
        {
            Array.Resize(ref opponents, 2 * count);
            Array.Resize(ref weights, 2 * count);
        }

        (opponents[count], weights[count]) = (opponent, weight);
        count++;
    }
}
