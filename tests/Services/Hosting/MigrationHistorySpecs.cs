using Microsoft.Extensions.DependencyInjection;
using Soccer.Api.Ledger;
using Soccer.DriftCheck;
using Soccer.Featurize;
using Soccer.Hosting.Database;
using Soccer.Ingest;
using Soccer.Predict;
using Soccer.Promote;
using Soccer.Services.Tests.Scratch;
using Soccer.Train;
using Soccer.Validate;

namespace Soccer.Services.Tests.Hosting;

/// <summary>
/// The migrations of installations from before DbUp: the hash of each one's text, and its name. A migration that is added goes to its
/// service's end here; nothing else in these lists may ever change.
/// </summary>
sealed class MigrationHistorySpecs
{
    static readonly Dictionary<string, string> Settings =
        new() { ["Ingest:Source"] = "http://127.0.0.1:1/", ["Access:AdminKey"] = new('k', 40) };

    [Test]
    public Task Ingest_applies_them_in_this_order_and_once() => Check<IngestSnapshotConsumer>("ingest", """
        8f108c61e37cad879ae6c87e94e8783c840121af4c77c6d627a90c3dee372814 000_step
        5487f2ade3685afea8a75765cda99bb1d48995e53e5da01bf5f14ecd79add6ad 001_snapshot
        2d956f99eefdb84418de5642b326cfeace764a74ce11ffa1b5a87d002345cc71 002_kept
        a682835354d74262e2ab7108db052f95f22ed585e47268df9314eef6f5603a2a source_file
        9028e191dd4735f29bd097ad7f13355e18637bbb9c6974e2a47c5140ab9a05a6 pasted
        aad6ef99adae46aebd35b626b2b7449094e80dfd5e47a3221bd172a1196a295d pasted_sent
        d87ce1826814b6c8b11725a7e963cdddac38511851a113175b57e1a6ef6979b9 source_file_bytes
        """);

    [Test]
    public Task Validate_applies_them_in_this_order_and_once() => Check<ValidateSnapshotConsumer>("validate", """
        8f108c61e37cad879ae6c87e94e8783c840121af4c77c6d627a90c3dee372814 000_step
        36d709d5b5c2c35ca05c51e15719958cc972a2a6a13370bff383c583719e928d 001_dataset
        bef90d687b8b848bfe12e53664db1e365106b03ad34db58b794d46e4d3a3040d 002_quarantine
        aee0a98639822963cc668a2ede95b14bb108cc61f7046687c9de7b76555a1f33 003_results
        20b4293ff4f55d0bc04cb1d175ee8fcc76c3d54df59852eb9780d7277d761434 004_one_open_version
        3d644f58d6a6f03c2f8d4cffcd45f186a373f4b9c9d24b6c54209b20cb76c327 002_judgement
        77c586f78e7987278485047dc63febd7f179f78d198efb16c3e7471c0d0f5399 003_published_quarantine
        """);

    [Test]
    public Task Featurize_applies_them_in_this_order_and_once() => Check<BuildFeaturesConsumer>("featurize", """
        8f108c61e37cad879ae6c87e94e8783c840121af4c77c6d627a90c3dee372814 000_step
        60cad6d011b1312c1571758610a4281390744cda2ad4dc0d70e992d36feefefc 001_feature_set
        8aaaaf81158ee29ac982b1b367b6fcbd9a9bfd3ecfc2c1f9e9ba42afc75d6ff9 002_one_open_version
        """);

    [Test]
    public Task Train_applies_them_in_this_order_and_once() => Check<TrainModelConsumer>("train", """
        8f108c61e37cad879ae6c87e94e8783c840121af4c77c6d627a90c3dee372814 000_step
        0cfd8a3724c9bdc7059e122c6fbfe78b44391caab5a02d6f8fb2f5630b9a306c 001_model
        a61f969e1af7101d0250a9443c21651be92357a18666a7f77f298533c9e7f73f 002_model_kinds
        30a6f85c5bc634401c5c9099e2890bc9ecd5f909c109a7cc6405517848579639 003_study
        88507389d74ac83c21f23fa426abb319fa668dcdb1cc7ab05c2a99c1208c0f73 004_backtest
        65c72b5d096b81748030072984e6441ec54760d88791a2cad3a8fe7cdbfd8477 005_experiment
        c52a5ddcf420142e38e37b8509e63e17d15458045322818b094f4ac04dd4ae74 study
        0218e00d94b449278ef82a102db20a9981093b38f56468f2854aa16eb1e95b4a season_forecasts
        """);

    [Test]
    public Task Promote_applies_them_in_this_order_and_once() => Check<PromoteModelConsumer>("promote", """
        8f108c61e37cad879ae6c87e94e8783c840121af4c77c6d627a90c3dee372814 000_step
        14c536a95f9c3a7173e8ec13825053f4bfef9f6791ab269b0bc11e86bbf074e3 001_alias_log
        """);

    [Test]
    public Task Predict_applies_them_in_this_order_and_once() => Check<RefreshPredictionsConsumer>("predict", """
        8f108c61e37cad879ae6c87e94e8783c840121af4c77c6d627a90c3dee372814 000_step
        d6c8b01c117119766a49eae85c88147ba10679c8f8f2861ff594f6b3c6730d15 001_forecast
        a883ae1bd9fcd51d98c60f0c560f97f0760e71c50596b565d9f7282f5c61975a 002_kinds
        7ceb8193449c51509f35027c0f8642bd1961bb3862a1f0aac30bce65562496eb 003_goals
        937f74a89fbaff890fe4875c49eb7b646dd155498040aec869efb44b05ae1610 004_answer
        a356bbe7a9be96329cef1b86a3e0db183322b00de9fccd61686dde5b227627fc 005_clock
        27c19054b7d10944d18976474137f91bc2e16c194eec04f67e17b386aed5d762 006_answer_owner
        ad2d0f03e3cbb9395875c6699edd1dd65f743c7501134c0cc64711a60046461a 007_answer_retention
        147b1833183ea38cc27990a2f6d6b64a066703e9d6553cda2c3060789a3ae05b 008_made_at
        """);

    [Test]
    public Task Drift_check_applies_them_in_this_order_and_once() => Check<SettleForecastsConsumer>("drift-check", """
        8f108c61e37cad879ae6c87e94e8783c840121af4c77c6d627a90c3dee372814 000_step
        6f932196223f512c0579d78dcacd4efc424d78ada0f3a24812490765e3821444 001_settled_forecast
        fcefa39d48d8bbb0de991fdb516910ebafbf0166c5dbb21c45984902c4661f69 002_kinds
        b26b3bbaaddf644d2f623bb98550503c16f1e7214475d28340085dbd4672dee0 003_weeks_from_monday
        cf2d6a6b091684adb3afab3e4db7c9cbb776b3feea82219b67ec08c3552ddfef settling
        28c1bd15222732f24bb4809e0c07d78f4fc77c057acaf516f3a79d431ed95c21 settling_read
        """);

    [Test]
    public Task Api_applies_them_in_this_order_and_once() => Check<LedgerConsumer>("api", """
        8f108c61e37cad879ae6c87e94e8783c840121af4c77c6d627a90c3dee372814 000_step
        1b439272a71f6623942618cc3d4a45b8a4339a9fabd97fc2e8882d928c87bb9d 001_completed_run
        87e1347ecd5a1f63f8cbef1c3abaa3ef537603714c4c203d0ec5c4c30b14f2b0 ledger
        ab7469ced2b825c9cbcf5b993514f23ccd0080df8efd75965f2383bd08647d04 prediction
        020e616c4f65d1c638c1713273837cfe012ebaeda5a84a4efd7907b0bf052230 backtest
        31a4f4a983a42d35245692743369bccb70efd7dd543539e5f0c49ce23d32654a access
        8d4deadbdce4ded5fb623b974f23ac1b532ff12127f381957264fb4f6e330916 request
        99581ccc39dd299d1d3e6e0e83a67993aebc51dd9c260b2fe4594f03b0c0e39b audit subjects
        """);

    static async Task Check<TConsumer>(string service, string history) where TConsumer : class
    {
        await using var database = await ScratchDatabase.Create();
        var table = $"{service.Replace('-', '_')}._migration";
        var all = $"select hash || ' ' || name from {table} order by ctid";
        await Start();
        Assert.That(await database.Rows<string>(all), Is.EqualTo(history.Split('\n')), "on an empty database");

        await database.Execute($"""
            truncate {table};
            insert into {table} select substr(line, 66), left(line, 64), '2025-02-01' from unnest(@lines) as line
            """, new { lines = history.Split('\n') });
        await Start();
        Assert.That(
            await database.Rows<string>($"select name from {table} where applied_at <> '2025-02-01'"), Is.Empty, "on the database of an older version");

        async Task Start()
        {
            await using var stage = StageHost.Of<TConsumer>(service, database, Settings);
            await stage.Services.GetRequiredService<Migrator>().Completed;
        }
    }
}
