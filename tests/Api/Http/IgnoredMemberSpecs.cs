using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Soccer.Api.Predictions;
using Soccer.Api.Tests.OpenApi;

namespace Soccer.Api.Tests.Http;

/// <summary>No member of a body is taken and then ignored: a caller would believe that it did something.</summary>
sealed class IgnoredMemberSpecs : ProblemTrial
{
    [TestCase("/v1/predictions", """{"home":"A","away":"B","match":{"home":"C","away":"D"}}""", "match")]
    [TestCase("/v1/predictions", """{"match":{"home":"C","away":"D"}}""", "match")]
    [TestCase("/v1/predictions", """{"home":"A","away":"B","match":null}""", "match")]
    [TestCase("/v1/predictions", """{"home":"A","away":"B","explain":true}""", "explain")]
    [TestCase("/v1/predict", """{"home":"A","away":"B","withinSeconds":5}""", "withinSeconds")]
    [TestCase("/v1/predict", """{"home":"A","away":"B","matches":[]}""", "matches")]
    public async Task A_member_that_does_nothing_is_refused(string path, string body, string field)
    {
        var problem = await Problem(await Post(path, body), HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo("/problems/malformed-body"));
        Assert.That(problem.GetProperty("field").GetString(), Is.EqualTo(field));
    }

    [TestCase("""{"matches":[{"home":"A","away":"B"}],"home":"A"}""", "matches")]
    [TestCase("""{"matches":[{"home":"A","away":"B"}],"odds":[2,3,4]}""", "matches")]
    [TestCase("""{"home":"A","homeId":1,"away":"B"}""", "homeId")]
    [TestCase("""{"matches":[{"home":"A","away":"B","awayId":2}]}""", "matches[0].awayId")]
    public async Task A_member_that_says_the_same_as_another_is_refused(string body, string field)
    {
        var problem = await Problem(await Post("/v1/predictions", body), HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("field").GetString(), Is.EqualTo(field));
    }

    [Test]
    public async Task The_members_of_every_documented_body_are_those_that_are_read()
    {
        var document = new ApiDocument(await Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json"));
        var requests = document.Root.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => schema.Name.EndsWith("Request", StringComparison.Ordinal)).ToList();
        Assert.That(requests.Select(schema => schema.Name), Has.Some.EqualTo("PredictionRequest"));
        foreach (var schema in requests)
        {
            var type = typeof(PredictionRequest).Assembly.GetTypes().Single(type => type.Name == schema.Name);
            var read = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single().GetParameters()
                .Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!));
            var members = schema.Value.GetProperty("properties").EnumerateObject().Select(member => member.Name);
            Assert.That(members, Is.EquivalentTo(read), schema.Name);
        }
    }

    /// <summary>Else a request that is sent again after an upgrade would be another one, and be refused.</summary>
    [Test]
    public void A_request_has_the_hash_under_its_Idempotency_Key_that_earlier_versions_gave_it()
    {
        var one = new PredictionRequest("Arsenal", "Chelsea", "E0", new DateOnly(2025, 2, 8), [1.9, 3.6, 4.1], null, null, null, 60);
        var list = new PredictionRequest(Matches: [new(HomeId: 1, AwayId: 2), new("Arsenal", "Chelsea")]) { Explain = true };
        Assert.That(HashOf(one), Is.EqualTo("73b6e796273a0ae0552e7bc63f5d51198024181b7e50d5258d6c6d0638008896"));
        Assert.That(HashOf(list), Is.EqualTo("42a9389d858463ac551a45cb1f212df77f41c57e7463cc482d034f5bb0ca3998"));
    }

    static string HashOf(PredictionRequest request) => Convert.ToHexStringLower(IdempotencyKey.HashOf(request));
}
