using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Source.Replay;
using Soccer.Source.Site;
using Soccer.Source.World;

namespace Soccer.Source.Tests;

/// <summary>The instant at which the site stands, and a world that lives on.</summary>
public sealed class LiveClockSpecs
{
    static readonly DateTimeOffset Began = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [TestCase("2025-02-01", "2025-02-02T00:00:00.0000000Z")]
    [TestCase("2025-08-01", "2025-08-01T23:00:00.0000000Z")]
    public async Task A_site_that_stands_still_names_the_end_of_its_day_in_every_answer(string asOf, string clock)
    {
        using var mirror = new TemporaryMirror().With("mmz4281/2425/E0.csv", "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nE0,31/01/2025,Aldermere,Carrowyck,2,1,H\n");
        using var site = new TestedSite(mirror.Folder, asOf);
        foreach (var path in (string[])["/mmz4281/2425/E0.csv", "/robots.txt", "/nowhere"])
        {
            using var answer = await site.Get(path);
            Assert.That(answer.Headers.GetValues("Soccer-Clock"), Is.EqualTo(new[] { clock }), path);
        }
    }

    [Test]
    public void An_hour_a_day_goes_through_a_day_of_the_site_in_an_hour()
    {
        var time = new Moved(Began);
        var clock = new SourceClock(SourceClock.EndOf(new(2025, 1, 31)), new LiveOptions { DayLength = TimeSpan.FromHours(1), Began = Began }, time);
        Assert.That((clock.Now, SourceClock.DayBefore(clock.Now)), Is.EqualTo((new DateTime(2025, 2, 1, 0, 0, 0, DateTimeKind.Utc), new DateOnly(2025, 1, 31))));

        time.Now = Began.AddMinutes(17.5);
        Assert.That((clock.Now, SourceClock.DayBefore(clock.Now)), Is.EqualTo((new DateTime(2025, 2, 1, 7, 0, 0, DateTimeKind.Utc), new DateOnly(2025, 1, 31))), "seven in the morning: the day has not ended");

        time.Now = Began.AddHours(24);
        Assert.That((clock.Now, SourceClock.DayBefore(clock.Now)), Is.EqualTo((new DateTime(2025, 2, 25, 0, 0, 0, DateTimeKind.Utc), new DateOnly(2025, 2, 24))));
    }

    [Test]
    public async Task Results_of_a_day_come_when_it_has_ended()
    {
        using var mirror = new TemporaryMirror().With(
            "mmz4281/2425/E0.csv", "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nE0,31/01/2025,20:00,Aldermere,Carrowyck,2,1,H\nE0,01/02/2025,15:00,Elverwyck,Ockholt,0,0,D\n");
        var time = new Moved(Began.AddMinutes(59));
        using var site = new LiveSite(mirror.Folder, time);
        Assert.That(await site.Text("/mmz4281/2425/E0.csv"), Does.Not.Contain("Elverwyck"));
        Assert.That(await site.Text("/fixtures.csv"), Does.Contain("Elverwyck"), "also after the kick-off, as at the publisher's");

        time.Now = Began.AddMinutes(61);
        Assert.That(await site.Text("/mmz4281/2425/E0.csv"), Does.Contain("Elverwyck"));
        Assert.That(await site.Text("/fixtures.csv"), Does.Not.Contain("Elverwyck"));
    }

    [Test]
    public async Task A_clock_that_runs_is_not_moved()
    {
        using var mirror = new TemporaryMirror().With("mmz4281/2425/E0.csv", "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nE0,31/01/2025,Aldermere,Carrowyck,2,1,H\n");
        using var site = new LiveSite(mirror.Folder, new Moved(Began));
        using var answer = await site.Put("/-/as-of", """{"asOf":"2025-02-05"}""");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await site.Text("/-/as-of"), Is.EqualTo("""{"asOf":"2025-01-31","clock":"2025-02-01T00:00:00Z"}"""));
    }

    [Test]
    public void A_world_that_lives_on_has_the_past_of_the_world_that_stands_still_to_the_byte()
    {
        var (past, future) = (new WorldOptions(), new WorldOptions { SeasonsToCome = 20 });
        Assert.That(future.DefaultAsOf(), Is.EqualTo(past.DefaultAsOf()));
        var (still, living) = (Served(past.Plan()), Served(future.Plan()));
        Assert.That(living.Keys, Is.EquivalentTo(still.Keys));
        Assert.That(still.Keys.Where(path => !still[path].AsSpan().SequenceEqual(living[path])), Is.Empty);

        static Dictionary<string, byte[]> Served(WorldPlan plan)
        {
            var folder = Directory.CreateTempSubdirectory("soccer-world-").FullName;
            try
            {
                WorldFolder.Write(plan, folder);
                var mirror = new Mirror(folder);
                DateOnly day = new(2025, 2, 1);
                return mirror.Main.Concat(mirror.New).Where(file => file.File.HasBegun(day)).ToDictionary(file => file.Path, file => file.File.AsOf(day)!.Value.Bytes);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>A clock that stands where it is put.</summary>
    sealed class Moved(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>The real program with a day an hour from the end of 31 January on.</summary>
    sealed class LiveSite(string mirror, TimeProvider time) : WebApplicationFactory<SiteEndpoint>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Source:Mirror", mirror).UseSetting("Source:AsOf", "2025-01-31").UseSetting("Source:Live:DayLength", "01:00:00").UseSetting("Source:Live:Began", $"{Began:O}");
            builder.ConfigureTestServices(services => services.AddSingleton(time));
        }

        public async Task<string> Text(string path)
        {
            using var client = CreateClient();
            return Encoding.UTF8.GetString(await client.GetByteArrayAsync(path));
        }

        public async Task<HttpResponseMessage> Put(string path, string json)
        {
            using var client = CreateClient();
            using var body = new StringContent(json);
            return await client.PutAsync(path, body);
        }
    }
}
