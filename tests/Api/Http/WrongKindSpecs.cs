using System.Net;

namespace Soccer.Api.Tests.Http;

/// <summary>
/// A value of another kind than the member wants, such as a text where a number belongs: the answer says what to write there.
/// </summary>
sealed class WrongKindSpecs : ProblemTrial
{
    [TestCase("/v1/predictions", """{"home":"A","away":"B","odds":["1.9",3.6,4.1]}""", "odds[0]", "1.9", "write a number here, not the text '1.9'")]
    [TestCase("/v1/predictions", """{"home":"A","away":"B","odds":1.9}""", "odds", null, "write a list of numbers here: [1.9, 3.6, 4.1]")]
    [TestCase("/v1/predictions", """{"home":5,"away":"B"}""", "home", "5", "write a text here, not 5")]
    [TestCase("/v1/predictions", """{"home":{"name":"A"},"away":"B"}""", "home", null, "write a text here, not an object")]
    [TestCase("/v1/predictions", """{"home":"A","away":"B","withinSeconds":"60"}""", "withinSeconds", "60", "write a number here, not the text '60'")]
    [TestCase("/v1/predictions", """{"homeId":"1","away":"B"}""", "homeId", "1", "write a whole number from -9223372036854775808 to 9223372036854775807 here, not the text '1'")]
    [TestCase("/v1/predictions", """{"matches":{"home":"A"}}""", "matches", null, "write a list of objects here: [{...}]")]
    [TestCase("/v1/predictions", """{"matches":["A"]}""", "matches[0]", null, "write an object here: {...}; see /openapi/v1.json")]
    [TestCase("/v1/runs", """{"force":"yes"}""", "force", "yes", "write true or false here, not the text 'yes'")]
    [TestCase("/v1/runs", """{"force":1}""", "force", "1", "write true or false here, not 1")]
    [TestCase("/v1/runs", """{"trials":1.5}""", "trials", "1.5", "write a whole number from -2147483648 to 2147483647 here, not 1.5")]
    [TestCase("/v1/runs", """{"trials":2147483648}""", "trials", "2147483648", "write a whole number from -2147483648 to 2147483647 here, not 2147483648")]
    [TestCase("/v1/runs", """{"asOf":20250201}""", "asOf", "20250201", "write a text with a day, such as \"2025-02-01\", here, not 20250201")]
    [TestCase("/v1/runs", """{"training":1}""", "training", "1", "write auto, always or never here, not 1")]
    [TestCase("/v1/predict", """{"home":"A","away":"B","date":{}}""", "date", null, "write a text with a day, such as \"2025-02-01\", here, not an object")]
    [TestCase("/v1/runs", """{"reason":true}""", "reason", "true", "write a text here, not true")]
    [TestCase("/v1/runs", """{"force":"\ud800"}""", "force", null, "the value is of another kind than the member wants; see /openapi/v1.json")]
    [TestCase("/v1/runs", """{"reason":"\ud800"}""", "reason", null, "the text has half a character: an escape from \\ud800 to \\udfff wants another beside it")]
    public async Task A_value_of_another_kind_is_told_what_the_member_wants(string path, string body, string field, string? value, string detail)
    {
        var problem = await Problem(await Post(path, body), HttpStatusCode.BadRequest);
        Assert.That((problem.GetProperty("type").GetString(), problem.GetProperty("field").GetString(), problem.GetProperty("detail").GetString()), Is.EqualTo(("/problems/malformed-body", field, detail)));
        Assert.That(problem.TryGetProperty("value", out var shown) ? shown.GetString() : null, Is.EqualTo(value));
    }

    [TestCase("", "", "there is no body, or it is null: send a JSON object; see /openapi/v1.json")]
    [TestCase("null", "", "there is no body, or it is null: send a JSON object; see /openapi/v1.json")]
    [TestCase("""{"home":"A",}""", "", "a comma stands before the end of an object or a list: leave it out")]
    [TestCase("""{"odds":[1,]}""", "odds[1]", "a comma stands before the end of an object or a list: leave it out")]
    [TestCase("""{"home":"A" """, "", "the body ends before its JSON does: close every text, list and object, and send all of it")]
    [TestCase("""{"home":"A""", "home", "the body ends before its JSON does: close every text, list and object, and send all of it")]
    [TestCase("""{/* so */}""", "", "the body is not JSON from here on; it has no comments, and names and texts stand in double quotes")]
    [TestCase("""{'home':'A'}""", "", "the body is not JSON from here on; it has no comments, and names and texts stand in double quotes")]
    [TestCase("""{"home":"A"} {}""", "", "the body goes on after its JSON has ended: send one object")]
    public async Task A_body_that_is_no_JSON_is_told_so_in_words_of_ours(string body, string field, string detail)
    {
        var problem = await Problem(await Post("/v1/predictions", body), HttpStatusCode.BadRequest);
        Assert.That((problem.GetProperty("type").GetString(), problem.GetProperty("detail").GetString()), Is.EqualTo(("/problems/malformed-body", detail)));
        Assert.That(problem.GetProperty("field").GetString(), Is.EqualTo(field));
    }

    [Test]
    public async Task A_body_that_is_too_deep_is_told_how_deep_it_may_be()
    {
        var problem = await Problem(await Post("/v1/predictions", $$"""{"home":{{new string('[', 40)}}"""), HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("detail").GetString(), Is.EqualTo("objects and lists stand inside each other more than 32 deep"));
    }

    [Test]
    public async Task A_text_with_a_control_character_is_shown_as_it_was_sent()
    {
        var problem = await Problem(await Post("/v1/predictions", """{"home":"Ars\u0000enal","away":"B"}"""), HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("value").GetString(), Is.EqualTo("Ars\0enal"));
    }

    [Test]
    public async Task A_long_value_of_another_kind_is_told_by_its_beginning()
    {
        var problem = await Problem(await Post("/v1/predictions", $$"""{"home":"A","away":"B","odds":["{{new string('9', 5000)}}"]}"""), HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("value").GetString(), Is.EqualTo($"{new string('9', 100)}…"));
        Assert.That(problem.GetProperty("detail").GetString(), Is.EqualTo($"write a number here, not the text '{new string('9', 100)}…'"));
    }
}
