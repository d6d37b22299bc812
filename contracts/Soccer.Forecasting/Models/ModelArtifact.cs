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
    public const int CurrentFormat = 1;

    /// <summary>The file's format.</summary>
    [JsonRequired]
    public int Format { get; init; } = CurrentFormat;

    /// <summary>results-only, market-memory or market-aware.</summary>
    public required string Kind { get; init; }

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

    /// <summary>The forecasters it blends.</summary>
    public required ModelPart[] Parts { get; init; }

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

    /// <summary>The forecast of a row.</summary>
    /// <param name="row">One value a feature, in the order of <see cref="FeatureNames"/>; <see cref="float.NaN"/> is missing.</param>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public Probabilities Predict(ReadOnlySpan<float> row)
    {
        if (row.Length != FeatureNames.Length)
            throw new ArgumentException($"The row has {row.Length} values; the model's schema {SchemaHash} has {FeatureNames.Length}.", nameof(row));

        Span<float> margins = stackalloc float[TreeEnsemble.Classes];
        var (home, draw, away) = (0d, 0d, 0d);
        foreach (var part in Parts)
        {
            part.Margins(row, margins);
            home += part.Weight * margins[0];
            draw += part.Weight * margins[1];
            away += part.Weight * margins[2];
        }

        return Softmax.Of(home, draw, away);
    }
}
