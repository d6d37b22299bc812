using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Soccer.Forecasting.Models;

/// <summary>
/// A model with all that says where it comes from, as one file. The same inputs give the same bytes: it has no time of day, no run, no machine and no version
/// number, which depends on the steps that led to a dataset; hashes depend on its content alone.
/// </summary>
public sealed record ModelArtifact
{
    /// <summary>The format this code writes and reads.</summary>
    public const int CurrentFormat = 2;

    /// <summary>The file's format.</summary>
    [JsonRequired]
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The dataset it was made from.</summary>
    public required string DatasetHash { get; init; }

    /// <summary>The feature rows it was made from.</summary>
    public required string FeatureSetHash { get; init; }

    /// <summary>The feature schema it reads.</summary>
    public required string SchemaHash { get; init; }

    /// <summary>The code that made it.</summary>
    public required string CodeVersion { get; init; }

    /// <summary>The columns of a row, in order.</summary>
    public required string[] FeatureNames { get; init; }

    /// <summary>Every parameter of the training, seed and threads among them, by name.</summary>
    public required SortedDictionary<string, string> Parameters { get; init; }

    /// <summary>What it was fitted, stopped and judged on.</summary>
    public required ModelBoundaries Boundaries { get; init; }

    /// <summary>How often each outcome came in the matches it was fitted on.</summary>
    public required Probabilities Marginals { get; init; }

    /// <summary>Scores on the hold-out.</summary>
    public required ForecasterScore[] Scores { get; init; }

    /// <summary>The newest matches it was fitted on, which drift is measured against.</summary>
    public required ReferencePeriod ReferencePeriod { get; init; }

    /// <summary>How each feature was spread over them, in the order of <see cref="FeatureNames"/>.</summary>
    public required FeatureReference[] References { get; init; }

    /// <summary>A forecaster a kind, from the one that knows least to the one that knows most; one that lacked odds to learn from is left out.</summary>
    public required KindModel[] Kinds { get; init; }

    /// <summary>The id of a file: SHA-256 of its bytes, lower-case hex.</summary>
    public static string IdOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The file: UTF-8 JSON, without white space, members in the order of this class, numbers as short as they read back exactly.</summary>
    public byte[] Write() => ArtifactJson.Write(this);

    /// <summary>Reads a file and checks that its parts fit together.</summary>
    /// <exception cref="InvalidArtifactException">It is no artifact, one of another format, or its parts don't fit together.</exception>
    public static ModelArtifact Read(ReadOnlySpan<byte> bytes) => ArtifactJson.Read(bytes);

    /// <summary>Reads the file of a model.</summary>
    /// <exception cref="InvalidArtifactException">Its bytes are not the model's, or as above.</exception>
    public static ModelArtifact Read(ReadOnlySpan<byte> bytes, string modelId)
    {
        var id = IdOf(bytes);
        InvalidArtifactException.ThrowUnless(id == modelId, $"The artifact of model {modelId} has the hash {id}: its bytes are not those that the training wrote.");
        return Read(bytes);
    }

    /// <summary>The forecaster of a kind, or none.</summary>
    public KindModel? Of(string kind) => Kinds.FirstOrDefault(model => model.Kind == kind);

    /// <summary>The forecasters that have something to say of a row, from the one that knows least to the one that knows most.</summary>
    /// <param name="row">One value a feature, in the order of <see cref="FeatureNames"/>; <see cref="float.NaN"/> is missing.</param>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public IEnumerable<KindModel> Serving(float[] row)
    {
        CheckLength(row);
        return Kinds.Where(kind => kind.Serves(row));
    }

    /// <summary>The forecaster that knows most of a row: the last of <see cref="Serving"/>. Allocates nothing.</summary>
    /// <param name="row">As above.</param>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public KindModel MostKnowing(ReadOnlySpan<float> row)
    {
        CheckLength(row);
        for (var kind = Kinds.Length - 1; kind > 0; kind--)
            if (Kinds[kind].Serves(row))
                return Kinds[kind];

        // The first needs nothing: reading and writing check that.
        return Kinds[0];
    }

    /// <summary>The forecast of the kind that knows most of a row. Allocates nothing.</summary>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public Probabilities Predict(ReadOnlySpan<float> row) => MostKnowing(row).Predict(row);

    void CheckLength(ReadOnlySpan<float> row)
    {
        if (row.Length != FeatureNames.Length)
            throw new ArgumentException($"The row has {row.Length} values; the model's schema {SchemaHash} has {FeatureNames.Length}.", nameof(row));
    }
}
