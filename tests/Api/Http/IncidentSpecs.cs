using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Api.Tests.Http;

/// <summary>Incidents over HTTP, on a real database.</summary>
public sealed class IncidentSpecs : ApiSpecs
{
    const string Run = "01993b6c-7a52-7c1e-9d3f-2f6f3a1b0c4d";

    [OneTimeSetUp]
    public async Task Start() => await Api.Database.Execute($"""
        insert into api._incident (incident_id, kind, queue, message, run_id, reason, body, at) values
            (gen_random_uuid(), 'undecodable', 'validate-snapshot', null, null, 'no JSON', 'hello', '2025-02-01 12:00Z'),
            (gen_random_uuid(), 'dead letter', 'predict-fixtures', 'ModelPromoted', '{Run}', 'given up', null, '2025-02-02 12:00Z')
        """);

    [TestCase("", "given up", "no JSON")]
    [TestCase("?limit=1", "given up")]
    [TestCase("?since=2025-02-02", "given up")]
    [TestCase("?since=2025-02-02T12:00:01Z")]
    [TestCase("?until=2025-02-01", "no JSON")]
    [TestCase("?since=2025-02-01&until=2025-02-02T12:00:00Z", "no JSON")]
    public async Task Are_those_of_a_period_the_newest_first(string query, params string[] reasons) =>
        Assert.That((await Incidents(query)).Select(incident => incident.GetProperty("reason").GetString()), Is.EqualTo(reasons));

    [Test]
    public async Task One_of_a_run_has_a_link_to_it()
    {
        var incidents = await Incidents("");
        Assert.That(incidents[0].GetProperty("runId").GetString(), Is.EqualTo(Run));
        Assert.That(incidents.Select(incident => incident.GetProperty("link").GetString()), Is.EqualTo(new[] { $"/v1/runs/{Run}", null }));
    }

    [Test]
    public async Task One_is_found_by_its_id_as_it_is_listed()
    {
        var listed = (await Incidents(""))[1];
        var one = await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/incidents/{listed.GetProperty("incidentId").GetString()![..13]}");
        Assert.That(one.GetRawText(), Is.EqualTo(listed.GetRawText()));
    }

    async Task<JsonElement[]> Incidents(string query) =>
        [.. (await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/incidents{query}")).GetProperty("incidents").EnumerateArray()];
}
