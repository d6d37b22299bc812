using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.DriftCheck;
using Soccer.Featurize;
using Soccer.Predict;
using Soccer.Services.Tests.Scratch;
using Soccer.Services.Tests.Tuning;
using Soccer.Train;
using Soccer.Train.Experiments;
using static Soccer.Services.Tests.Scratch.IngestTrial;

namespace Soccer.Services.Tests.Replicating;

/// <summary>Stages whose pool has one connection.</summary>
sealed class ConnectionSpecs
{
    [Test]
    public async Task Stages_need_one_connection_at_a_time_and_fits_none()
    {
        await using var cascade = await Cascade.Start();
        var database = cascade.Database;
        await cascade.Source.MoveTo(Day);
        var validated = await cascade.Validate.Consume<SnapshotValidated>(await cascade.Ingest.Consume<object>(Command(Training.Always)));

        await using var featurize = OneConnection<BuildFeaturesConsumer>("featurize", database);
        var built = await featurize.Consume<FeaturesBuilt>(validated);

        var pool = Pool(database, "train");
        var clock = new FitClock(pool);
        await using var train = StageHost.Of<TrainModelConsumer>(
            "train", database, replace: services => services.AddSingleton(pool).AddSingleton<TimeProvider>(clock));
        var trained = await TunedRun.Train(train, built with { Run = built.Run with { Trials = 3 } });
        var fits = clock.Taken;
        await train.Consume<BacktestCompleted>(new RunBacktest(Guid.NewGuid(), [2024], ["results-only"], null, "a test"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.IsHeld, Is.False, "a fit ran while its stage held the connection");
            Assert.That(fits, Is.GreaterThan(0).And.LessThan(clock.Taken), "trials, the model and the backtest were fitted");
        }

        var promoted = await cascade.Promote.Consume<ModelPromoted>(trained);
        await using var predict = OneConnection<RefreshPredictionsConsumer>("predict", database);
        var refreshed = await predict.Consume<PredictionsRefreshed>(promoted);
        await using var drift = OneConnection<CheckDriftConsumer>("drift-check", database);
        await drift.Consume<DriftChecked>(refreshed);
        await drift.Consume<DriftChecked>(new CheckDrift("a test"));
    }

    static StageHost OneConnection<TConsumer>(string service, ScratchDatabase database) where TConsumer : class =>
        StageHost.Of<TConsumer>(service, database, replace: services => services.AddSingleton(Pool(database, service)));

    static NpgsqlDataSource Pool(ScratchDatabase database, string service) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionOf(service)) { MaxPoolSize = 1, Timeout = 5 });

    /// <summary>A clock that takes the pool's connection whenever a fit reads the time, and gives it back.</summary>
    sealed class FitClock(NpgsqlDataSource pool) : TimeProvider
    {
        int taken;

        /// <summary>How often a fit found the connection free.</summary>
        public int Taken => taken;

        /// <summary>Whether a fit found it held.</summary>
        public bool IsHeld { get; private set; }

        public override long GetTimestamp()
        {
            if (!IsHeld && new StackTrace().GetFrames().Any(frame => frame.GetMethod()?.DeclaringType == typeof(FitCost)))
                Take();
            return base.GetTimestamp();
        }

        void Take()
        {
            try
            {
                pool.OpenConnection().Dispose();
                Interlocked.Increment(ref taken);
            }
            catch (NpgsqlException)
            {
                IsHeld = true;
            }
        }
    }
}
