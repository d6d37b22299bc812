using System.Text.Json;
using Soccer.Contracts.Train.V1;
using Soccer.Tables.Train;

namespace Soccer.Api.Models;

/// <summary>The newest models.</summary>
/// <param name="Models">The newest first.</param>
public sealed record ModelList(IReadOnlyList<ModelLine> Models);

/// <summary>A trained model.</summary>
/// <param name="Id">SHA-256 of the artifact.</param>
/// <param name="Aliases">What it holds now, of smoke, candidate and champion.</param>
/// <param name="Kinds">The kinds that it forecasts, from the one that knows least: results-only, market-memory, market-aware.</param>
/// <param name="TrainedAt">When it was stored, UTC.</param>
/// <param name="RunId">The run that trained it first.</param>
/// <param name="DatasetVersion">The dataset version it was trained on.</param>
/// <param name="FeatureSetVersion">The feature-set version.</param>
/// <param name="SchemaHash">The feature schema that it reads.</param>
/// <param name="HoldOutFrom">First match day of its hold-out, the newest matches, which it never saw.</param>
/// <param name="HoldOutTo">The last.</param>
/// <param name="HoldOut">Scores there: the marginals, each kind, and on the matches with odds the market too.</param>
public sealed record ModelLine(
    string Id, IReadOnlyList<string> Aliases, IReadOnlyList<string> Kinds, DateTime TrainedAt, Guid RunId, int DatasetVersion, int FeatureSetVersion, string SchemaHash,
    DateOnly HoldOutFrom, DateOnly HoldOutTo, IReadOnlyList<Score> HoldOut)
{
    /// <summary>The model: id by the name that it has from v2 on.</summary>
    public string ModelId => Id;

    /// <summary>The answer for a row.</summary>
    public static ModelLine Of(ModelSummary model, IEnumerable<string> aliases) => new(
        model.ModelId, [.. aliases], model.Kinds, model.CreatedAt, model.RunId, model.DatasetVersion, model.FeatureSetVersion, model.SchemaHash, model.HoldOutFrom,
        model.HoldOutTo, JsonSerializer.Deserialize<Score[]>(model.Scores)!);
}
