using System.Net;
using System.Text;

namespace Soccer.Api.Tests.Http;

/// <summary>Bodies that are not right, by their JSON, their encoding or their type.</summary>
public sealed class HostileBodySpecs : HostileTrial
{
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

    static TestCaseData Body(string name, string path, string body, int status, string type, string? field = null) =>
        new TestCaseData(path, body, status, type, field).SetArgDisplayNames(name);

    static TestCaseData Encoded(string name, byte[] body, string? contentType, int status, string type) =>
        new TestCaseData(body, contentType, status, type).SetArgDisplayNames(name);
}
