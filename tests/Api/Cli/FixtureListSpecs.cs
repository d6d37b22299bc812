using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Soccer.Api.Tests.Cli.Screens;
using Soccer.Cli.Forecasts;
using Soccer.Cli.Services;

namespace Soccer.Api.Tests.Cli;

[NonParallelizable]
public sealed class FixtureListSpecs
{
    [Test]
    public async Task All_pages_are_one_list_under_the_last_answer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapGet("/v1/first", () => Results.Text("""{"asOf":"2025-02-01","next":"/v1/second?cursor=a","fixtures":[{"matchId":1}]}"""));
        server.MapGet("/v1/second", () => Results.Text("""{"asOf":"2025-02-02","next":null,"fixtures":[{"matchId":2}]}"""));
        await server.StartAsync();
        using var api = new ApiClient(new Uri(server.Urls.First() + "/"));
        Assert.That(
            (await FixtureList.Ask(api, "v1/first", CancellationToken.None)).ToJson(),
            Is.EqualTo("""{"asOf":"2025-02-02","next":null,"fixtures":[{"matchId":1},{"matchId":2}]}"""));
    }

    [Test]
    public async Task The_list_of_a_competition_keeps_its_order_and_names_and_has_all_members()
    {
        var list = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(list,
                """
                [{"date":"2025-02-08","division":"SP1","league":"Primera","home":"Ath Madrid","away":"RCD Espanyol"},
                 {"date":"2025-02-08","division":"E0","league":"Premier","home":"Man United","away":"Nott'm Forest"}]
                """);
            Assert.That(
                await ScreenTrial.Show(80, "fixtures", "--list", list, "--csv", "-", "--columns", "league,home,away,matchId,oddsVersion"),
                Is.EqualTo(
                    """
                    league,home,away,matchId,oddsVersion
                    Primera,Ath Madrid,RCD Espanyol,418226,3
                    Premier,Man United,Nott'm Forest,418221,3

                    """));
        }
        finally
        {
            File.Delete(list);
        }
    }
}
