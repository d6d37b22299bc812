using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Soccer.Api.Problems;

namespace Soccer.Api.Tests.Http;

/// <summary>
/// Types of problems: at their addresses, and in docs/problems.md, which is written by the code: SOCCER_ACCEPT_PROBLEMS=yes dotnet test
/// tests/Api writes it anew. That every problem of the Api
/// has one of them, with its title and status, is held in every other test.
/// </summary>
public sealed class ProblemTypeSpecs
{
    const string Accept = "SOCCER_ACCEPT_PROBLEMS";

    /// <summary>Names that clients may compare with already. One may come; none may go or change.</summary>
    static readonly string[] Names =
    [
        "invalid-value", "unknown-parameter", "malformed-body", "unknown-team", "no-key", "missing-scope", "not-found", "method-not-allowed", "too-slow", "conflict", "expired", "deadline-passed", "too-large",
        "not-json", "idempotency-conflict", "not-comparable", "too-many-requests", "internal", "unavailable", "in-doubt",
    ];

    ApiHost host = null!;
    HttpClient stranger = null!;

    [OneTimeSetUp]
    public void Start()
    {
        host = ApiHost.WithoutDatabase();
        stranger = host.ClientWith(null);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        stranger.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public void Their_names_stay() => Assert.That(ProblemTypes.All.Select(type => type.Name), Is.Unique.And.SupersetOf(Names));

    [TestCaseSource(nameof(Names))]
    public async Task Each_is_told_at_its_address_to_whoever_asks(string name)
    {
        var page = await stranger.GetFromJsonAsync<JsonElement>($"/problems/{name}");
        var type = ProblemTypes.Find(name)!;
        Assert.That(page.GetProperty("type").GetString(), Is.EqualTo($"/problems/{name}"));
        Assert.That((page.GetProperty("status").GetInt32(), page.GetProperty("title").GetString()), Is.EqualTo((type.Status, type.Title)));
        Assert.That((page.GetProperty("happened").GetString(), page.GetProperty("remedy").GetString()), Is.EqualTo((type.Happened, type.Remedy)));
    }

    [Test]
    public async Task All_of_them_are_listed() => Assert.That(
        (await stranger.GetFromJsonAsync<JsonElement>("/problems")).EnumerateArray().Select(page => page.GetProperty("type").GetString()), Is.EqualTo(ProblemTypes.All.Select(type => type.Address)));

    [TestCase("/problems/bad-luck")]
    [TestCase("/problems/%01")]
    public async Task One_that_there_is_not_is_not_found(string path)
    {
        var answer = await stranger.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString(), Is.EqualTo("/problems/not-found"));
    }

    [Test]
    public void The_page_has_the_same_words()
    {
        if (Environment.GetEnvironmentVariable(Accept) == "yes")
            File.WriteAllText(Checkout.Full("docs/problems.md"), Written());
        Assert.That(Checkout.Read("docs/problems.md"), Is.EqualTo(Written()), $"{Accept}=yes dotnet test tests/Api writes the page anew");
    }

    static string Written()
    {
        var page = new StringBuilder("""
            # Problems

            What the Api answers where it can't do what it was asked: problem details (RFC 9457, `application/problem+json`). `type` is one of these, as an address relative to the Api's, and
            the one to compare; each is told there too, to whoever asks. `title` belongs to the type. `detail` is for people, and its words may change; `instance` is the path that was asked.
            What else there is, such as `field`, `value` and `suggestions`, is described in `/openapi/v1.json`. Written by the code (`tests/Api`, `ProblemTypeSpecs`).

            | type | status | title | what happened | what to do |
            |---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var type in ProblemTypes.All)
            page.Append($"| `{type.Address}` | {type.Status} | {type.Title} | {type.Happened} | {type.Remedy} |\n");
        page.Append("""

            Three answers come from the server itself, before there is a request to speak of, and have no body: 400 for what is no HTTP or has `%00` in its path, 414 for an address that is too long, 431 for headers that
            are too long or too many. Limits stand in `services/Api/Problems/LimitOptions.cs`, each with its reason.

            """.ReplaceLineEndings("\n"));
        return page.ToString();
    }
}
