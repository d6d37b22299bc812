using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;

namespace Soccer.Api.Tests.Http;

/// <summary>
/// What nobody sends by mistake, and what many do, over a real socket and on a real database: each is told what is wrong with it, and the
/// Api goes on.
/// </summary>
public sealed class HostileSpecs
{
    const string Json = "application/json", Runs = "/v1/runs", Predictions = "/v1/predictions";

    ApiTrial api = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        api = await ApiTrial.Start(onSocket: true);
        await api.Host.Deliver(RunEvents.Any().Refreshed());
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (api is not null)
            await api.DisposeAsync();
    }

    [TearDown]
    public async Task Still_answers()
    {
        if (api is not null)
            Assert.That((await api.Http.GetAsync("/v1/fixtures?limit=1")).StatusCode, Is.EqualTo(HttpStatusCode.OK), "a good request after this one");
    }

    static IEnumerable<TestCaseData> Bodies =>
    [
        Body("nothing", Predictions, "", 400, "malformed-body"),
        Body("null", Predictions, "null", 400, "malformed-body"),
        Body("a list", Predictions, "[]", 400, "malformed-body"),
        Body("a text", Predictions, "\"Arsenal\"", 400, "malformed-body"),
        Body("a number", Runs, "1", 400, "malformed-body"),
        Body("two objects", Runs, "{} {}", 400, "malformed-body"),
        Body("an object and a letter", Runs, "{}x", 400, "malformed-body"),
        Body("a comment", Runs, "{/* so */}", 400, "malformed-body"),
        Body("half an object", Runs, "{\"force\":", 400, "malformed-body", "force"),
        Body("10,000 lists", Runs, new string('[', 10_000), 400, "malformed-body"),
        Body("10,000 lists in a member", Runs, $"{{\"reason\":{new string('[', 10_000)}", 400, "malformed-body", "reason"),
        Body("10,000 objects", Runs, string.Concat(Enumerable.Repeat("{\"a\":", 10_000)), 400, "malformed-body", "a"),
        Body("a member that there is not", Predictions, """{"home":"Arsenal","away":"Chelsea","dvision":"E0"}""", 400, "malformed-body", "dvision"),
        Body("a member twice", Runs, """{"force":true,"force":false}""", 400, "malformed-body", "force"),
        Body("a member twice in other letters", Runs, """{"force":true,"FORCE":false}""", 400, "malformed-body", "FORCE"),
        Body("NaN odds", Predictions, """{"home":"Arsenal","away":"Chelsea","odds":[NaN,3,3]}""", 400, "malformed-body", "odds[0]"),
        Body("infinite odds", Predictions, """{"home":"Arsenal","away":"Chelsea","odds":[3,Infinity,3]}""", 400, "malformed-body", "odds[1]"),
        Body("odds of 1e999", Predictions, """{"home":"Arsenal","away":"Chelsea","odds":[3,3,1e999]}""", 400, "invalid-value", "odds[2]"),
        Body("a text for odds", Predictions, """{"home":"Arsenal","away":"Chelsea","odds":["1.9",3,3]}""", 400, "malformed-body", "odds[0]"),
        Body("a rate of -1e999", "/v1/keys", """{"name":"a","scopes":["read"],"perSecond":-1e999}""", 400, "invalid-value", "perSecond"),
        Body("a text for a number", Runs, """{"trials":"9"}""", 400, "malformed-body", "trials"),
        Body("a fraction for a number", Runs, """{"trials":1.5}""", 400, "malformed-body", "trials"),
        Body("a number of 40 digits", Runs, $"{{\"trials\":{new string('9', 40)}}}", 400, "malformed-body", "trials"),
        Body("a number for a text", Predictions, """{"home":1,"away":"Chelsea"}""", 400, "malformed-body", "home"),
        Body("an object for a text", Predictions, """{"home":{},"away":"Chelsea"}""", 400, "malformed-body", "home"),
        Body("the first day of all", Runs, """{"asOf":"0001-01-01"}""", 400, "invalid-value", "asOf"),
        Body("the last day of all", Runs, """{"asOf":"9999-12-31"}""", 400, "invalid-value", "asOf"),
        Body("a day that no year has", Runs, """{"asOf":"2025-02-30"}""", 400, "invalid-value", "asOf"),
        Body("a time for a day", Runs, """{"asOf":"2025-02-01T00:00:00Z"}""", 400, "invalid-value", "asOf"),
        Body("a day of 10 KB", Runs, $"{{\"asOf\":\"{new string('1', 10_000)}\"}}", 400, "invalid-value", "asOf"),
        Body("a zero in a text", Predictions, """{"home":"Arse\u0000nal","away":"Chelsea"}""", 400, "invalid-value", "home"),
        Body("an escape in a text", Runs, """{"reason":"\u001b[2J"}""", 400, "invalid-value", "reason"),
        Body("half a character", Runs, """{"reason":"\ud800"}""", 400, "malformed-body", "reason"),
        Body("a name of 10 KB", Predictions, $"{{\"home\":\"{new string('x', 10_000)}\",\"away\":\"Chelsea\"}}", 400, "invalid-value", "home"),
        Body("a division of 10 KB", Predictions, $"{{\"home\":\"A\",\"away\":\"B\",\"division\":\"{new string('x', 10_000)}\"}}", 400, "invalid-value", "division"),
        Body("a member of 10 KB", Runs, $"{{\"{new string('x', 10_000)}\":1}}", 400, "malformed-body"),
        Body("a list with none in it", "/v1/backtests", """{"kinds":[null],"testSeasons":[null]}""", 400, "invalid-value", "kinds"),
        Body("scopes with none in them", "/v1/keys", """{"name":"a","scopes":[null]}""", 400, "invalid-value", "scopes"),
    ];

    [TestCaseSource(nameof(Bodies))]
    public async Task A_body_that_is_not_right_is_told_what_is_wrong(string path, string body, int status, string type, string? field)
    {
        var problem = await Problem(await Post(path, Encoding.UTF8.GetBytes(body), Json), status, type);
        if (field is not null)
            Assert.That(problem.GetProperty("field").GetString(), Is.EqualTo(field));
    }

    static IEnumerable<TestCaseData> Encodings =>
    [
        Encoded("UTF-16 that says nothing", Encoding.Unicode.GetBytes("{}"), Json, 400, "malformed-body"),
        Encoded("UTF-16 with a mark", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")], Json, 400, "malformed-body"),
        Encoded("UTF-16 that says so", Encoding.Unicode.GetBytes("{}"), "application/json; charset=utf-16", 415, "not-json"),
        Encoded("UTF-16 that says UTF-8", Encoding.Unicode.GetBytes("{}"), "application/json; charset=utf-8", 400, "malformed-body"),
        Encoded("UTF-8 that says Latin-1", "{}"u8.ToArray(), "application/json; charset=iso-8859-1", 415, "not-json"),
        Encoded("an encoding that nobody knows", "{}"u8.ToArray(), "application/json; charset=klingon", 415, "not-json"),
        Encoded("Latin-1", Encoding.Latin1.GetBytes("""{"reason":"Köln"}"""), Json, 400, "malformed-body"),
        Encoded("half a UTF-8 character", [.. """{"reason":" """u8, 0xc3, .. """ "}"""u8], Json, 400, "malformed-body"),
        Encoded("zipped", [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0], Json, 400, "malformed-body"),
        Encoded("plain text", "{}"u8.ToArray(), "text/plain", 415, "not-json"),
        Encoded("a form", "asOf=2025-02-01"u8.ToArray(), "application/x-www-form-urlencoded", 415, "not-json"),
        Encoded("XML", "<a/>"u8.ToArray(), "application/xml", 415, "not-json"),
        Encoded("no type at all", "{}"u8.ToArray(), null, 415, "not-json"),
        Encoded("a type that is none", "{}"u8.ToArray(), ";;;", 415, "not-json"),
    ];

    [TestCaseSource(nameof(Encodings))]
    public async Task A_body_in_another_encoding_or_of_another_type_is_refused(byte[] body, string? contentType, int status, string type) =>
        await Problem(await Post(Runs, body, contentType), status, type);

    [TestCase("a name in Latin-1", Predictions, "{\"home\":\"K\u00f6ln\"}", 10)]
    [TestCase("a member's name in Latin-1", Runs, "{\"gr\u00fcnde\":\"\"}", 4)]
    [TestCase("a day in Latin-1", Runs, "{\"asOf\":\"\u00e4\"}", 9)]
    [TestCase("a byte between the members", Runs, "{\"force\":true,\u00ff}", 14)]
    [TestCase("a body that ends within a character", Runs, "{\"reason\":\"\u00e2\u0082", 11)]
    [TestCase("half of a pair", Runs, "{\"reason\":\"\u00ed\u00a0\u0080\"}", 11)]
    public async Task A_body_that_is_not_UTF_8_is_called_that_and_the_byte_is_named(string name, string path, string latin1, int offset)
    {
        var problem = await Problem(await Post(path, Encoding.Latin1.GetBytes(latin1), Json), 400, "malformed-body");
        Assert.That(problem.GetProperty("detail").GetString(), Does.StartWith("the body is not valid UTF-8"), name);
        Assert.That(problem.GetProperty("offset").GetInt64(), Is.EqualTo(offset));
    }

    [TestCase(Json)]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/json; charset=\"UTF-8\"")]
    public async Task Letters_of_every_alphabet_are_taken_in_UTF_8(string contentType) => Assert.That(
        (await Post(Runs, """{"reason":"Köln, Αθήνα, 東京 ⚽"}"""u8.ToArray(), contentType)).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));

    [Test]
    public async Task A_mark_before_UTF_8_is_passed_over() => Assert.That(
        (await Post(Runs, [0xef, 0xbb, 0xbf, .. "{}"u8], Json)).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));

    [TestCase("/v1/fixtures?limit=0", "invalid-value", "limit")]
    [TestCase("/v1/fixtures?limit=-1", "invalid-value", "limit")]
    [TestCase("/v1/fixtures?limit=1.5", "invalid-value", "limit")]
    [TestCase("/v1/fixtures?limit=1e3", "invalid-value", "limit")]
    [TestCase("/v1/fixtures?limit=99999999999999999999", "invalid-value", "limit")]
    [TestCase("/v1/fixtures?limit=%EF%BC%91", "invalid-value", "limit")]
    [TestCase("/v1/fixtures?limit=%00", "invalid-value", "limit")]
    [TestCase("/v1/fixtures?limit", "invalid-value", "limit")]
    [TestCase("/v1/fixtures?limit=1&limit=2", "invalid-value", "limit")]
    [TestCase("/v1/fixtures?limit=1&LIMIT=2", "invalid-value", "limit")]
    [TestCase("/v1/fixtures?from=0001-01-01", "invalid-value", "from")]
    [TestCase("/v1/fixtures?to=9999-12-31", "invalid-value", "to")]
    [TestCase("/v1/fixtures?cursor=%00", "invalid-value", "cursor")]
    [TestCase("/v1/fixtures?cursor='%20or%201=1--", "invalid-value", "cursor")]
    [TestCase("/v1/fixtures?dvision=E0", "unknown-parameter", "dvision")]
    [TestCase("/v1/fixtures?division[]=E0", "unknown-parameter", "division[]")]
    [TestCase("/v1/fixtures?=E0", "unknown-parameter", "")]
    [TestCase("/v1/fixtures/1?limit=3", "unknown-parameter", "limit")]
    [TestCase("/v1/divisions?country=England", "unknown-parameter", "country")]
    [TestCase("/v1/models/compare?a=%27%20or%201=1&b=12345678", "invalid-value", "a")]
    [TestCase("/v1/runs/%27%20or%201=1", "invalid-value", "id")]
    [TestCase("/v1/backtests/17/report", "invalid-value", "id")]
    [TestCase("/v1/runs/%2001993b6c-7a52-7c1e-9d3f-2f6f3a1b0c4d", "invalid-value", "id")]
    [TestCase("/v1/fixtures/abc", "invalid-value", "id")]
    [TestCase("/v1/fixtures/+1", "invalid-value", "id")]
    [TestCase("/v1/fixtures/%201", "invalid-value", "id")]
    [TestCase("/v1/fixtures/001", "invalid-value", "id")]
    [TestCase("/v1/fixtures/-1", "invalid-value", "id")]
    [TestCase("/v1/fixtures/99999999999999999999", "invalid-value", "id")]
    [TestCase("/v1/fixtures/abc/explanation", "invalid-value", "id")]
    public async Task An_address_that_is_not_right_is_told_what_is_wrong(string path, string type, string field) =>
        Assert.That((await Problem(await Get(path), 400, type)).GetProperty("field").GetString(), Is.EqualTo(field));

    [TestCase("9999-99-99 E0 00:00:00 1")]
    [TestCase("2025-02-01 E0 00:00:00 99999999999999999999")]
    [TestCase("2025-02-01 E\0 00:00:00 1")]
    [TestCase("2025-02-01 E0 25:00:00 1")]
    [TestCase("2025-02-01")]
    public async Task A_cursor_that_was_made_by_hand_is_refused(string cursor) => await Problem(
        await Get($"/v1/fixtures?cursor={Base64Url.EncodeToString(Encoding.UTF8.GetBytes(cursor))}"), 400, "invalid-value");

    [TestCase("/v1/studies/%25")]
    [TestCase("/v1/studies/%01")]
    [TestCase("/v1/runs/..%2f..%2fetc%2fpasswd/x")]
    [TestCase("/v1/fixtures/1/../../../../x")]
    [TestCase("/V1/nothing")]
    [TestCase("/openapi/v2.json")]
    public async Task An_id_that_is_none_is_not_found(string path) => await Problem(await Get(path), 404, "not-found");

    [Test]
    public async Task A_parameter_that_there_is_not_is_answered_with_those_that_there_are()
    {
        var problem = await Problem(await Get("/v1/fixtures?dvision=E0&limit=5"), 400, "unknown-parameter");
        string[] known = ["division", "league", "team", "from", "to", "sort", "limit", "cursor"];
        Assert.That(problem.GetProperty("suggestions").EnumerateArray().Select(name => name.GetString()), Is.EqualTo(known));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("'dvision'").And.Contain(string.Join(", ", known)));
    }

    [TestCase("PUT", Runs, "GET, HEAD, POST")]
    [TestCase("DELETE", Runs, "GET, HEAD, POST")]
    [TestCase("PATCH", "/v1/runs/01993b6c-7a52-7c1e-9d3f-2f6f3a1b0c4d", "GET, HEAD")]
    [TestCase("OPTIONS", "/v1/fixtures", "GET, HEAD")]
    [TestCase("BREW", "/v1/fixtures", "GET, HEAD")]
    [TestCase("GET", "/v1/keys/0123456789ab", "DELETE")]
    public async Task A_method_that_a_path_does_not_take_is_told_which_it_does(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var response = await api.Http.SendAsync(request);
        await Problem(response, 405, "method-not-allowed");
        Assert.That(response.Content.Headers.Allow.Order(), Is.EqualTo(allowed.Split(", ")));
    }

    [TestCase("\"")]
    [TestCase("W/")]
    [TestCase(",,,,")]
    [TestCase("\"abc")]
    [TestCase("W/\"\\\"")]
    public async Task An_entity_tag_that_is_none_is_as_if_none_were_sent(string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/fixtures");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        Assert.That((await api.Http.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Bearer")]
    [TestCase("Bearer soccer__")]
    [TestCase("Basic YWRtaW46YWRtaW4=")]
    [TestCase("Bearer soccer_0123456789ab_' or 1=1--")]
    [TestCase("{}")]
    public async Task A_key_that_is_none_opens_nothing(string header)
    {
        using var stranger = api.Host.ClientWith(null);
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        await Problem(await stranger.GetAsync("/v1/fixtures"), 401, "no-key");
    }

    [TestCase(Runs)]
    [TestCase(Predictions)]
    public async Task A_body_of_10_MB_is_refused_unread(string path)
    {
        const int bytes = 10_000_000;
        var part = Encoding.ASCII.GetBytes(new string(' ', 10_000));
        var answer = await RawHttp.Send(api.Http.BaseAddress!, new[] { Head(path, $"Content-Length: {bytes}") }.Concat(Enumerable.Repeat(part, bytes / part.Length)));
        Assert.That(answer, Does.StartWith("HTTP/1.1 413 ").And.Contain("/problems/too-large"));
    }

    [Test]
    public async Task A_body_without_an_end_is_cut_off()
    {
        var chunk = Encoding.ASCII.GetBytes($"4000\r\n{new string('x', 0x4000)}\r\n");
        var sent = 0;
        var answer = await RawHttp.Send(api.Http.BaseAddress!, new[] { Head(Runs, "Transfer-Encoding: chunked"), "10\r\n{\"reason\":\"xxxxx\r\n"u8.ToArray() }.Concat(Enumerable.Repeat(chunk, 100_000).Select(part => (part, sent++).part)));
        Assert.That(answer, Does.StartWith("HTTP/1.1 413 ").And.Contain("/problems/too-large"));
        Assert.That(sent, Is.LessThan(100_000), "the connection is closed, though more would come");
    }

    [TestCase("GET", "/v1/fixtures?cursor=", 9000, 0, "414")]
    [TestCase("GET", "/v1/fixtures", 0, 20_000, "431")]
    public async Task What_is_before_a_body_and_too_long_is_refused_by_the_server_itself(string method, string path, int inAddress, int inHeader, string status)
    {
        var answer = await RawHttp.Send(
            api.Http.BaseAddress!, $"{method} {path}{new string('x', inAddress)} HTTP/1.1\r\nHost: x\r\nX: {new string('x', inHeader)}\r\n\r\n");
        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} "));
    }

    [TestCase("POST /v1/runs HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [TestCase("POST /v1/runs HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")]
    [TestCase("GET /v1/runs\u0000 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [TestCase("GET /v1/runs/08df4ec7%00 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [TestCase("GET /v1/runs HTTP/1.1\r\n\r\n")]
    [TestCase("hello\r\n\r\n")]
    public async Task What_is_no_HTTP_is_refused_by_the_server_itself(string request)
    {
        var answer = await RawHttp.Send(api.Http.BaseAddress!, request);
        Assert.That(answer, Does.StartWith("HTTP/1.1 400 ").And.Not.Contain("Kestrel"));
    }

    [Test]
    public async Task A_chunk_that_is_none_is_a_body_that_can_not_be_read() => Assert.That(
        await RawHttp.Send(api.Http.BaseAddress!, [Head(Runs, "Transfer-Encoding: chunked"), "xyz\r\n"u8.ToArray()]),
        Does.StartWith("HTTP/1.1 400 ").And.Contain("/problems/malformed-body"));

    [Test]
    public async Task A_fault_of_the_Api_is_told_without_what_is_inside()
    {
        await api.Database.Execute("alter table api._incident rename column kind to sort");
        try
        {
            var answer = await Get("/v1/incidents");
            await Problem(answer, 500, "internal");
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("traceId").And.Not.Contain("column").And.Not.Contain("Npgsql").And.Not.Contain("incident\""));
        }
        finally
        {
            await api.Database.Execute("alter table api._incident rename column sort to kind");
        }
    }

    static byte[] Head(string path, string length) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {ApiHost.AdminKey}\r\nContent-Type: {Json}\r\n{length}\r\n\r\n");

    static TestCaseData Body(string name, string path, string body, int status, string type, string? field = null) =>
        new TestCaseData(path, body, status, type, field).SetArgDisplayNames(name);

    static TestCaseData Encoded(string name, byte[] body, string? contentType, int status, string type) =>
        new TestCaseData(body, contentType, status, type).SetArgDisplayNames(name);

    Task<HttpResponseMessage> Get(string path) => api.Http.GetAsync(path);

    async Task<HttpResponseMessage> Post(string path, byte[] body, string? contentType)
    {
        using var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await api.Http.PostAsync(path, content);
    }

    static async Task<JsonElement> Problem(HttpResponseMessage response, int status, string type)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(status), text);
        Assert.That(response.Content.Headers.ContentType, Is.EqualTo(new MediaTypeHeaderValue("application/problem+json")));
        Assert.That(text, Has.Length.LessThan(2000), "what was sent is not sent back at length");
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo($"/problems/{type}"), text);
        return problem;
    }
}
