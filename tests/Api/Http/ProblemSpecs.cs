using System.Net;
using System.Text;
using System.Text.Json;

namespace Soccer.Api.Tests.Http;

/// <summary>Every error is problem details that name what is wrong.</summary>
sealed class ProblemSpecs : ProblemTrial
{
    [TestCase("/v1/fixtures?division=Serie Z", "division", "Serie Z")]
    [TestCase("/v1/fixtures?from=2025-02-30", "from", "2025-02-30")]
    [TestCase("/v1/fixtures?to=01/02/2025", "to", "01/02/2025")]
    [TestCase("/v1/fixtures?from=2025-02-08&to=2025-02-01", "to", "2025-02-01")]
    [TestCase("/v1/fixtures?from=", "from", "")]
    [TestCase("/v1/runs?limit=0", "limit", "0")]
    [TestCase("/v1/runs?limit=many", "limit", "many")]
    [TestCase("/v1/runs?status=fine", "status", "fine")]
    [TestCase("/v1/runs/17", "id", "17")]
    [TestCase("/v1/predictions/17", "id", "17")]
    [TestCase("/v1/incidents?limit=1001", "limit", "1001")]
    [TestCase("/v1/backtests?limit=1001", "limit", "1001")]
    [TestCase("/v1/backtests?status=fine", "status", "fine")]
    [TestCase("/v1/backtests?since=lately", "since", "lately")]
    [TestCase("/v1/models?limit=1001", "limit", "1001")]
    [TestCase("/v1/models/compare?a=1234567&b=12345678", "a", "1234567")]
    [TestCase("/v1/models/compare?a=12345678&b=champion", "b", "champion")]
    [TestCase("/v1/models/compare?a=12345678", "b", null)]
    [TestCase("/v1/experiments?purpose=fun", "purpose", "fun")]
    [TestCase("/v1/experiments?kind=clairvoyant", "kind", "clairvoyant")]
    [TestCase("/v1/experiments?limit=1001", "limit", "1001")]
    [TestCase("/v1/results?by=team", "by", "team")]
    [TestCase("/v1/results?kind=clairvoyant", "kind", "clairvoyant")]
    [TestCase("/v1/results?from=2025-02-08&to=2025-02-01", "to", "2025-02-01")]
    [TestCase("/v1/results?from=2023-01-01&to=2025-01-01", "from", "2023-01-01")]
    [TestCase("/v1/runs/xyz", "id", "xyz")]
    [TestCase("/v1/fixtures/xyz", "id", "xyz")]
    [TestCase("/v1/drift?history=101", "history", "101")]
    [TestCase("/v1/incidents?since=lately", "since", "lately")]
    [TestCase("/v1/incidents/17", "id", "17")]
    [TestCase("/v1/audit?limit=1001", "limit", "1001")]
    public async Task A_wrong_value_in_the_address_is_named(string path, string field, string? value)
    {
        var problem = await Problem(await Http.GetAsync(path), HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("field").GetString(), Is.EqualTo(field));
        Assert.That(problem.GetProperty("value").GetString(), Is.EqualTo(value));
        Assert.That(problem.GetProperty("detail").GetString(), Is.Not.Empty);
    }

    [TestCase("/v1/runs", """{"asOf":"2025-02-30"}""", "asOf", "2025-02-30", 1, 21)]
    [TestCase("/v1/runs", "{\n  \"training\": \"sometimes\"\n}", "training", "sometimes", 2, 26)]
    [TestCase("/v1/predictions", """{"home":"A","away":"B","date":"soon"}""", "date", "soon", 1, 36)]
    public async Task A_wrong_value_in_the_body_is_named_with_its_place(string path, string body, string field, string value, int line, int position)
    {
        var problem = await Problem(await Post(path, body), HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("field").GetString(), Is.EqualTo(field));
        Assert.That(problem.GetProperty("value").GetString(), Is.EqualTo(value));
        Assert.That(problem.GetProperty("line").GetInt32(), Is.EqualTo(line));
        Assert.That(problem.GetProperty("position").GetInt32(), Is.InRange(position - 1, position + 1));
    }

    [TestCase("""{"asOf":"2025-02-01",}""", "", 1)]
    [TestCase("{\n\"force\": perhaps}", "force", 2)]
    [TestCase("""{"force":"yes"}""", "force", 1)]
    [TestCase("""{"trainning":"auto"}""", "trainning", 1)]
    [TestCase("[]", "", 1)]
    public async Task A_body_that_cannot_be_read_says_where(string body, string field, int line)
    {
        var problem = await Problem(await Post("/v1/runs", body), HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("field").GetString(), Is.EqualTo(field));
        Assert.That(problem.GetProperty("line").GetInt32(), Is.EqualTo(line));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Not.Contain("System.").And.Not.Contain("Soccer."));
    }

    [TestCase("""{"home":"Arsenal"}""", "away")]
    [TestCase("""{"home":"  ","away":"Chelsea"}""", "home")]
    [TestCase("""{"home":"Arsenal","away":"arsenal"}""", "away")]
    [TestCase("""{"home":"Arsenal","away":"Chelsea","division":"the Premiership"}""", "division")]
    public async Task A_prediction_wants_two_teams_and_a_division_that_there_is(string body, string field) =>
        Assert.That((await Problem(await Post("/v1/predictions", body), HttpStatusCode.BadRequest)).GetProperty("field").GetString(), Is.EqualTo(field));

    [Test]
    public async Task A_league_by_its_name_is_answered_with_its_codes()
    {
        var problem = await Problem(await Http.GetAsync("/v1/fixtures?division=Premier League"), HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("suggestions").EnumerateArray().Select(code => code.GetString()), Is.EqualTo(new[] { "E0", "RUS" }));
    }

    [Test]
    public async Task A_reason_may_not_be_a_novel()
    {
        var problem = await Problem(await Post("/v1/runs", $$"""{"reason":"{{new string('x', 501)}}"}"""), HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("field").GetString(), Is.EqualTo("reason"));
    }

    [Test]
    public async Task A_body_of_another_type_is_refused()
    {
        using var body = new StringContent("asOf=2025-02-01", Encoding.UTF8, "text/plain");
        var problem = await Problem(await Http.PostAsync("/v1/runs", body), HttpStatusCode.UnsupportedMediaType);
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("application/json"));
    }

    [TestCase("gzip")]
    [TestCase("br")]
    public async Task A_body_that_is_packed_is_refused(string coding)
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        body.Headers.ContentEncoding.Add(coding);
        var problem = await Problem(await Http.PostAsync("/v1/runs", body), HttpStatusCode.UnsupportedMediaType);
        Assert.That(problem.GetProperty("detail").GetString(), Is.EqualTo($"the body is said to be packed by {coding}: send it as it is, without Content-Encoding"));
    }

    [Test]
    public async Task A_path_that_is_not_there_is_told_where_to_look() =>
        Assert.That((await Problem(await Http.GetAsync("/v2/runs"), HttpStatusCode.NotFound)).GetProperty("detail").GetString(), Does.Contain("GET /"));

    [Test]
    public async Task A_method_that_a_path_does_not_take_is_told_which_it_does()
    {
        var response = await Http.DeleteAsync("/v1/runs");
        await Problem(response, HttpStatusCode.MethodNotAllowed);
        Assert.That(response.Content.Headers.Allow, Is.EquivalentTo(new[] { "GET", "HEAD", "POST" }));
    }

    [Test]
    public async Task A_database_that_is_away_is_told_with_when_to_ask_again()
    {
        var response = await Http.GetAsync("/v1/runs");
        await Problem(response, HttpStatusCode.ServiceUnavailable);
        Assert.That(response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(5)));
    }

    [TestCase("/v1/runs", "{}")]
    [TestCase("/v1/predictions", """{"home":"Arsenal","away":"Chelsea"}""")]
    public async Task A_command_that_the_broker_did_not_take_is_not_accepted(string path, string body)
    {
        await using var refusing = new ApiHost("Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1") { Refuses = true };
        using var client = refusing.CreateClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await client.PostAsync(path, content);
        var problem = await Problem(response, HttpStatusCode.ServiceUnavailable);
        Assert.That(problem.GetProperty("detail").GetString(), Does.StartWith("nothing was started"));
        Assert.That(response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(5)));
    }

    [TestCase("/v1/runs", "{}")]
    [TestCase("/v1/predictions", """{"home":"Arsenal","away":"Chelsea"}""")]
    [TestCase("/v1/backtests", "{}")]
    public async Task A_command_that_the_broker_did_not_confirm_may_have_been_started_and_the_answer_says_where_to_look(string path, string body)
    {
        await using var losing = new ApiHost("Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1") { Sending = ApiHost.LosesConnection };
        using var client = losing.CreateClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await client.PostAsync(path, content);
        var problem = await Problem(response, HttpStatusCode.ServiceUnavailable);
        var link = $"{path}/{problem.GetProperty("id").GetGuid()}";
        Assert.That(problem.GetProperty("link").GetString(), Is.EqualTo(link));
        Assert.That(problem.GetProperty("detail").GetString(), Does.StartWith("it is not known whether this was started: the broker did not confirm the command. ")
            .And.Not.Contain("the connection was closed").And.EndWith($"If it was, it will appear at {link}: look there before you send the request again"));
        Assert.That(response.Headers.RetryAfter, Is.Null, "nobody shall send it again unseen");
    }

    [Test]
    public async Task A_command_that_the_broker_took_is_accepted_though_the_database_is_away() =>
        Assert.That((await Post("/v1/runs", "{}")).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));

    [Test]
    public async Task The_index_names_what_there_is() => Assert.That(await Http.GetStringAsync("/"), Does.Contain("/v1/fixtures").And.Contain("\"/v1/predict\"").And.Contain("/openapi/v1.json").And.Contain("\"/docs\""));

    [Test]
    public async Task The_index_has_every_path_with_its_methods()
    {
        using var index = JsonDocument.Parse(await Http.GetStringAsync("/"));
        using var document = JsonDocument.Parse(await Http.GetStringAsync("/openapi/v1.json"));
        var paths = index.RootElement.GetProperty("paths");
        Assert.That(paths.EnumerateObject().Select(path => path.Name), Is.EquivalentTo(document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name)));
        Assert.That(paths.GetProperty("/v1/runs").EnumerateArray().Select(method => method.GetString()), Is.EqualTo(new[] { "GET", "HEAD", "POST" }));
        Assert.That(paths.GetProperty("/v1/keys/{id}").EnumerateArray().Select(method => method.GetString()), Is.EqualTo(new[] { "DELETE" }));
    }

    [Test]
    public async Task The_document_describes_every_path()
    {
        using var document = JsonDocument.Parse(await Http.GetStringAsync("/openapi/v1.json"));
        Assert.That(document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name), Is.EquivalentTo(new[]
        {
            "/v1/runs", "/v1/runs/{id}", "/v1/runs/{id}/quarantine", "/v1/incidents", "/v1/incidents/{id}", "/v1/predictions",
            "/v1/predictions/{id}", "/v1/predict", "/v1/fixtures", "/v1/fixtures/{id}", "/v1/fixtures/{id}/explanation", "/v1/divisions", "/v1/teams",
            "/v1/studies", "/v1/studies/{id}", "/v1/results", "/v1/drift", "/v1/bookmakers",
            "/v1/backtests", "/v1/backtests/{id}", "/v1/backtests/{id}/report", "/v1/models", "/v1/models/compare", "/v1/experiments", "/v1/keys", "/v1/keys/{id}", "/v1/audit", "/v1/ping",
        }));
        var request = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("RunRequest").GetProperty("properties");
        Assert.That(request.GetProperty("asOf").GetRawText(), Does.Contain("\"date\"").And.Contain("2025-02-01").And.Contain("knows results"));
        Assert.That(request.GetProperty("training").GetRawText(), Does.Contain("\"#/components/schemas/TrainingMode\""));
    }
}
