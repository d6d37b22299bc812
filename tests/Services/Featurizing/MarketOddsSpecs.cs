using Soccer.Forecasting;
using Soccer.Services.Tests.Scratch;
using Soccer.Tables.Validate;

namespace Soccer.Services.Tests.Featurizing;

/// <summary>What Featurize and Train take for the market's price.</summary>
sealed class MarketOddsSpecs
{
    ScratchDatabase? database;

    [OneTimeSetUp]
    public async Task WriteOdds()
    {
        database = await ScratchDatabase.Create();
        await database.Publish("Validate");
        await database.Execute("""
            insert into validate.odds (match_id, from_version, to_version, bookmaker, phase, market, line, price1, price2, price3)
            values
                (1, 1, null, 'Avg', 0, 0, null, 2, 3.5, 4),
                (1, 1, null, 'B365', 0, 0, null, 9, 9, 9),
                (1, 1, null, 'B365', 1, 0, null, 2.1, 3.4, 3.8),
                (1, 1, null, 'Avg', 0, 1, null, 1.9, 1.9, null),
                (2, 1, null, 'B365', 0, 0, null, 1.5, 4, 6),
                (2, 1, null, 'WH', 0, 0, null, 1.6, 4.2, 6.5),
                (2, 1, null, 'Max', 0, 0, null, 1.9, 5, 9),
                (3, 1, null, 'Max', 0, 0, null, 1.9, 5, 9),
                (4, 1, 2, 'Avg', 0, 0, null, 3, 3, 3),
                (4, 2, null, 'Avg', 0, 0, null, 2.9, 3, 3.1),
                (5, 1, 2, 'Avg', 0, 0, null, 3, 3, 3),
                (5, 1, null, 'B365', 0, 0, null, 2.8, 3.1, 3.2);
            """);
    }

    [OneTimeTearDown]
    public async Task Drop() => await (database?.DisposeAsync() ?? ValueTask.CompletedTask);

    [Test]
    public async Task Is_the_average_in_each_phase_and_the_mean_of_the_bookmakers_where_there_is_none()
    {
        var market = await Read(1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(market[1], Is.EqualTo(new MarketPrices(Prices(2, 3.5f, 4), Prices(2.1f, 3.4f, 3.8f))));
            Assert.That(market[2], Is.EqualTo(new MarketPrices(Prices(1.55f, 4.1f, 6.25f), null)));
            Assert.That(market.Keys, Is.EquivalentTo((long[])[1, 2, 4, 5]), "the best price alone is no market");
        }
    }

    [Test]
    public async Task Is_read_at_a_version()
    {
        var (first, second) = (await Read(1), await Read(2));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first[4].Opening, second[4].Opening), Is.EqualTo((Prices(3, 3, 3), Prices(2.9f, 3, 3.1f))));
            Assert.That((first[5].Opening, second[5].Opening), Is.EqualTo((Prices(3, 3, 3), Prices(2.8f, 3.1f, 3.2f))));
        }
    }

    async Task<Dictionary<long, MarketPrices>> Read(int version)
    {
        await using var connection = await database!.Open();
        return await MatchOdds.ReadMarket(connection, version, CancellationToken.None);
    }

    static Prices? Prices(float home, float draw, float away) => new Prices(home, draw, away);
}
