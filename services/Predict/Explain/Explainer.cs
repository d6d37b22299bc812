using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Features;
using Soccer.Forecasting.Models;
using Soccer.Hosting.Database;
using Soccer.Tables.Featurize;
using Soccer.Tables.Train;

namespace Soccer.Predict.Explain;

/// <summary>Explains forecasts by the model and the feature row that they were made of.</summary>
public sealed class Explainer(NpgsqlDataSource database, IOptions<PredictOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>How long a caller whose own request is open waits for the model to load: after that the Api has answered 503.</summary>
    public static readonly TimeSpan InRequest = TimeSpan.FromSeconds(5);

    /// <summary>For a request that was accepted: only cancellation ends the wait. A load that fails is retried by the work queue.</summary>
    public static readonly TimeSpan Accepted = Timeout.InfiniteTimeSpan;

    /// <summary>
    /// One explanation at a time: each takes a core for milliseconds, in which forecasts that somebody waits for need another.
    /// </summary>
    readonly SemaphoreSlim turn = new(1);

    /// <summary>How long fetching one may take.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    readonly ModelCache<ExplainableModel> models = new(options.Value.ExplainableModels, modelId => Load(database, modelId));

    /// <summary>Why a forecast is what it is; for a caller whose request is open.</summary>
    /// <exception cref="UnexplainableForecastException">Something that it was made of is not there, or the model does not know what an
    /// explanation needs.</exception>
    /// <exception cref="TimeoutException">The model was not loaded within <see cref="InRequest"/>.</exception>
    public async Task<Explanation> Explain(ExplainForecast forecast, CancellationToken cancellation)
    {
        var (set, row) = await database.Within(Limit, $"the features of match {forecast.MatchId}", (connection, limit) => Row(connection, forecast, limit), cancellation);
        var model = await Model(forecast.ModelId, InRequest, cancellation);
        if (model.Artifact.SchemaHash != set.SchemaHash)
            throw new UnexplainableForecastException($"model {forecast.ModelId} reads another feature schema than feature set {set.Version} has");

        var kind = forecast.Kind is null ? model.Artifact.MostKnowing(row) : model.Artifact.Of(forecast.Kind)
            ?? throw new UnexplainableForecastException($"model {forecast.ModelId} has no kind '{forecast.Kind}'; it has {string.Join(", ", model.Artifact.Kinds.Select(known => known.Kind))}");
        if (!kind.Serves(row))
            throw new UnexplainableForecastException($"{kind.Kind} says nothing of match {forecast.MatchId}: feature set {set.Version} has no price of it");

        return await Explain(model, kind.Kind, row, cancellation);
    }

    /// <summary>Why a model forecasts what it does of a row of features.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="kind">One of its kinds, which serves the row.</param>
    /// <param name="row">One value a feature, in the model's order.</param>
    /// <param name="patience">How long to wait for the model: <see cref="InRequest"/> or <see cref="Accepted"/>.</param>
    /// <param name="cancellation">Ends the wait for the model.</param>
    /// <exception cref="UnexplainableForecastException">The model does not know what an explanation needs.</exception>
    /// <exception cref="TimeoutException">The model was not loaded in time.</exception>
    public async Task<Explanation> Explain(string modelId, string kind, float[] row, TimeSpan patience, CancellationToken cancellation) =>
        await Explain(await Model(modelId, patience, cancellation), kind, row, cancellation);

    async Task<ExplainableModel> Model(string modelId, TimeSpan patience, CancellationToken cancellation)
    {
        var load = models.Of(modelId);
        try
        {
            return await load.WaitAsync(patience, time, cancellation);
        }
        catch (TimeoutException) when (!load.IsFaulted)
        {
            throw new TimeoutException($"model {modelId} was not loaded within {patience.TotalSeconds:0} s");
        }
    }

    async Task<Explanation> Explain(ExplainableModel model, string kind, float[] row, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return Explanation.Of(kind, model.Effects[kind], model.Artifact.FeatureNames, FeatureFamilies.Known, row);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    static async Task<(FeatureSetRow Set, float[] Values)> Row(NpgsqlConnection connection, ExplainForecast forecast, CancellationToken cancellation)
    {
        var set = await FeatureSets.Find(connection, forecast.FeatureSetVersion, cancellation)
            ?? throw new UnexplainableForecastException($"there is no feature set {forecast.FeatureSetVersion}");
        await foreach (var row in FeatureSets.Read(connection, set, [forecast.MatchId], cancellation))
            return (set, row.Values);

        throw new UnexplainableForecastException($"feature set {set.Version} has no features of match {forecast.MatchId}");
    }

    static async Task<ExplainableModel> Load(NpgsqlDataSource database, string modelId)
    {
        var bytes = await database.Within(Limit, $"model {modelId}", async (connection, cancellation) => (await Models.Find(connection, modelId, cancellation)).Any(model => model.ModelId == modelId)
            ? (await Models.Read(connection, modelId, cancellation)).Artifact
            : throw new UnexplainableForecastException($"there is no model {modelId}"));
        var artifact = ModelArtifact.Read(bytes, modelId);
        try
        {
            return new(artifact, artifact.Kinds.ToDictionary(kind => kind.Kind, kind => new KindEffects(kind)));
        }
        catch (ArgumentException old)
        {
            throw new UnexplainableForecastException(old.Message);
        }
    }

    /// <summary>A model with what of its kinds' explanations does not depend on the match.</summary>
    sealed record ExplainableModel(ModelArtifact Artifact, IReadOnlyDictionary<string, KindEffects> Effects);
}
