using System.Runtime.InteropServices;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Featurize;
using Soccer.Forecasting.Features;
using Soccer.Forecasting.Models;
using Soccer.Tables.Featurize;
using Soccer.Tables.Validate;
using Soccer.Train;
using Soccer.Train.Experiments;
using Soccer.Validate;
using Soccer.Validate.Matching;
using Soccer.Validate.Merging;

namespace Soccer.Bench;

/// <summary>One stage of one size in this process: the product's own code, each step measured and printed as a line of JSON.</summary>
sealed class Stages(Handover handover, SizePlan plan, TextWriter output)
{
    public const string Validate = "validate", Featurize = "featurize", Store = "store", Train = "train", Predict = "predict";

    /// <summary>Processes, in the order of the cascade.</summary>
    public static IEnumerable<string> Of(bool database) =>
        database ? [Validate, Featurize, Store, Train, Predict] : [Validate, Featurize, Train, Predict];

    /// <summary>Carries a stage out.</summary>
    /// <returns>0; an error ends the process.</returns>
    public static int Run(string stage, string folder, TextWriter output)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        var handover = new Handover(folder);
        var stages = new Stages(handover, handover.Plan, output);
        (stage switch
        {
            Validate => stages.ValidateFiles(),
            Featurize => stages.DescribeMatches(),
            Store => stages.StoreFeatures(),
            Train => stages.TrainModel(),
            Predict => stages.ForecastMatches(),
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "There is no such stage."),
        }).GetAwaiter().GetResult();
        return 0;
    }

    async Task ValidateFiles()
    {
        var dataset = Measured(StageNames.Read, set => set.Played, () => History.ReadDataset(plan.Mirror, plan.Files()));
        if (plan.Database is { } connection)
        {
            await using var database = NpgsqlDataSource.Create(connection);
            Measured(StageNames.Merge, _ => dataset.Played, () => Merge(database, dataset));
        }

        handover.WriteMatches(History.Of(dataset, null, plan.Mirror).Matches);
    }

    static Validation Merge(NpgsqlDataSource database, Dataset dataset)
    {
        var newest = dataset.Matches.Where(match => match.FullTime is not null).Max(match => match.Date);
        var merged = new SnapshotMerger(database, Options.Create(new ValidateOptions()), TimeProvider.System)
            .Merge(dataset, 1, "growth", newest, newest, (_, _) => { }, CancellationToken.None).GetAwaiter().GetResult();
        if (merged.DatasetVersion is not null)
            return merged;

        var failed = merged.Gates.Where(gate => !gate.Passed).Select(gate => $"{gate.Measure} {gate.Figure}");
        throw new InvalidDataException($"The matches were not merged: {string.Join(", ", failed)}.");
    }

    async Task DescribeMatches()
    {
        var matches = await handover.ReadMatches();
        var pass = FeaturePass.Create();
        await using var stream = File.Create(handover.Rows);
        Measured(StageNames.Pass, hashes => hashes.Count, () =>
        {
            var hashes = new Dictionary<long, UInt128>(matches.Count);
            pass.Run(matches, (match, row) =>
            {
                hashes.Add(match.Id, FeatureHash.OfRow(row));
                stream.Write(MemoryMarshal.AsBytes(row));
            }, CancellationToken.None, SideBySide.Run);
            return hashes;
        });
        handover.Features = [.. pass.Schema.Features.Select(feature => feature.Name)];
    }

    async Task StoreFeatures()
    {
        await using var database = NpgsqlDataSource.Create(plan.Database!);
        await using var connection = await database.OpenConnectionAsync();
        var dataset = (await Datasets.Find(connection, 1, CancellationToken.None))!;
        var asOf = await connection.ExecuteScalarAsync<DateOnly>("select max(date) from validate.match");
        var build = new FeatureSetBuild(database, Options.Create(new FeaturizeOptions()), TimeProvider.System);
        Measured(
            StageNames.Store, set => set.Rows,
            () => build.Run(dataset.Version, dataset.Hash, asOf, (_, _) => { }, CancellationToken.None).GetAwaiter().GetResult());
    }

    async Task TrainModel()
    {
        var set = plan.Database is { } connection
            ? Measured(StageNames.TrainingSet, read => read.Count, () => Read(connection).GetAwaiter().GetResult())
            : await handover.ReadTrainingSet();
        var libraries = new BoostingLibraries(Options.Create(new TrainOptions()));
        var clock = new ProcessorClock();
        var sources = new TrainingSources("bench", "bench", "bench", "bench", libraries.ToString());
        var trained = ModelFit.Train(set, sources, new TrainingParameters(), clock, _ => { }, CancellationToken.None);
        foreach (var kind in trained.Kinds)
            Write($"fit {kind.Fitted.Model.Kind}", set.Count, kind.Cost, clock.Seconds(ModelKinds.All.IndexOf(kind.Fitted.Model.Kind)));

        handover.Model = trained.Bytes;
    }

    static async Task<TrainingSet> Read(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var connection = await database.OpenConnectionAsync();
        var features = await FeatureSets.Find(connection, 1, CancellationToken.None);
        return await TrainingSetRead.Read(connection, features!, CancellationToken.None);
    }

    async Task ForecastMatches()
    {
        await using var stream = File.OpenRead(handover.Rows);
        Measured(StageNames.Forecast, count => count, () =>
        {
            var model = ModelArtifact.Read(handover.Model);
            var row = new float[model.FeatureNames.Length];
            var count = 0;
            for (var left = stream.Length; left > 0; left -= row.Length * sizeof(float), count++)
            {
                stream.ReadExactly(MemoryMarshal.AsBytes(row.AsSpan()));
                foreach (var kind in model.Serving(row))
                    kind.Predict(row);
            }

            return count;
        });
    }

    T Measured<T>(string stage, Func<T, int> matches, Func<T> work)
    {
        var clock = new ProcessorClock();
        var (made, cost) = FitCost.Of(clock, work);
        Write(stage, matches(made), cost, clock.Seconds(0));
        return made;
    }

    void Write(string stage, int matches, FitCost cost, double processorSeconds) =>
        output.WriteLine(JsonSerializer.Serialize(new StageCost(stage, matches, cost.Seconds, processorSeconds, cost.PeakBytes)));
}
