using System.Buffers.Text;
using System.Net;
using System.Text;

namespace Soccer.Api.Tests.Http;

/// <summary>Addresses, methods, headers and keys that are not right, and what is no HTTP.</summary>
public sealed class HostileSpecs : HostileTrial
{
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
        var response = await Trial.Http.SendAsync(request);
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
        Assert.That((await Trial.Http.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Bearer")]
    [TestCase("Bearer soccer__")]
    [TestCase("Basic YWRtaW46YWRtaW4=")]
    [TestCase("Bearer soccer_0123456789ab_' or 1=1--")]
    [TestCase("{}")]
    public async Task A_key_that_is_none_opens_nothing(string header)
    {
        using var stranger = Trial.Host.ClientWith(null);
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        await Problem(await stranger.GetAsync("/v1/fixtures"), 401, "no-key");
    }

    [TestCase(Runs)]
    [TestCase(Predictions)]
    public async Task A_body_of_10_MB_is_refused_unread(string path)
    {
        const int bytes = 10_000_000;
        var part = Encoding.ASCII.GetBytes(new string(' ', 10_000));
        var answer = await RawHttp.Send(Trial.Http.BaseAddress!, new[] { Head(path, $"Content-Length: {bytes}") }.Concat(Enumerable.Repeat(part, bytes / part.Length)));
        Assert.That(answer, Does.StartWith("HTTP/1.1 413 ").And.Contain("/problems/too-large"));
    }

    [Test]
    public async Task A_body_without_an_end_is_cut_off()
    {
        var chunk = Encoding.ASCII.GetBytes($"4000\r\n{new string('x', 0x4000)}\r\n");
        var sent = 0;
        var answer = await RawHttp.Send(Trial.Http.BaseAddress!, new[] { Head(Runs, "Transfer-Encoding: chunked"), "10\r\n{\"reason\":\"xxxxx\r\n"u8.ToArray() }.Concat(Enumerable.Repeat(chunk, 100_000).Select(part => (part, sent++).part)));
        Assert.That(answer, Does.StartWith("HTTP/1.1 413 ").And.Contain("/problems/too-large"));
        Assert.That(sent, Is.LessThan(100_000), "the connection is closed, though more would come");
    }

    [TestCase("GET", "/v1/fixtures?cursor=", 9000, 0, "414")]
    [TestCase("GET", "/v1/fixtures", 0, 20_000, "431")]
    public async Task What_is_before_a_body_and_too_long_is_refused_by_the_server_itself(string method, string path, int inAddress, int inHeader, string status)
    {
        var answer = await RawHttp.Send(
            Trial.Http.BaseAddress!, $"{method} {path}{new string('x', inAddress)} HTTP/1.1\r\nHost: x\r\nX: {new string('x', inHeader)}\r\n\r\n");
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
        var answer = await RawHttp.Send(Trial.Http.BaseAddress!, request);
        Assert.That(answer, Does.StartWith("HTTP/1.1 400 ").And.Not.Contain("Kestrel"));
    }

    [Test]
    public async Task A_chunk_that_is_none_is_a_body_that_can_not_be_read() => Assert.That(
        await RawHttp.Send(Trial.Http.BaseAddress!, [Head(Runs, "Transfer-Encoding: chunked"), "xyz\r\n"u8.ToArray()]),
        Does.StartWith("HTTP/1.1 400 ").And.Contain("/problems/malformed-body"));

    [Test]
    public async Task A_fault_of_the_Api_is_told_without_what_is_inside()
    {
        await Trial.Database.Execute("alter table api._incident rename column kind to sort");
        try
        {
            var answer = await Get("/v1/incidents");
            await Problem(answer, 500, "internal");
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("traceId").And.Not.Contain("column").And.Not.Contain("Npgsql").And.Not.Contain("incident\""));
        }
        finally
        {
            await Trial.Database.Execute("alter table api._incident rename column sort to kind");
        }
    }

    static byte[] Head(string path, string length) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {ApiHost.AdminKey}\r\nContent-Type: {Json}\r\n{length}\r\n\r\n");
}
