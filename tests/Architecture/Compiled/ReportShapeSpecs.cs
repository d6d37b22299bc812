using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Soccer.Api.Backtests;
using Soccer.Train.Backtesting;

namespace Soccer.Architecture.Tests.Compiled;

/// <summary>The Api returns a backtest's report as Train stored it, so only a test can compare what it documents with what Train writes.</summary>
public sealed class ReportShapeSpecs
{
    [Test]
    public void The_Api_documents_the_report_that_Train_writes() =>
        Assert.That(Members(typeof(BacktestReportAnswer)), Is.EquivalentTo(Members(typeof(BacktestReport))));

    static List<string> Members(Type type) => [.. Members(JsonSerializerOptions.Web.GetJsonSchemaAsNode(type), "")];

    static IEnumerable<string> Members(JsonNode schema, string path)
    {
        if (schema is not JsonObject of)
            yield break;
        var types = (of["type"] as JsonArray)?.Select(one => $"{one}") ?? [$"{of["type"]}"];
        yield return $"{path}: {types.FirstOrDefault(type => type != "null")}";
        var parts = (of["properties"]?.AsObject().Select(member => (Name: $".{member.Key}", Schema: member.Value!)) ?? [])
            .Concat(of["items"] is { } items ? [(Name: "[]", Schema: items)] : [])
            .Concat(of["additionalProperties"] is { } values ? [(Name: "{}", Schema: values)] : []);
        foreach (var member in parts.SelectMany(part => Members(part.Schema, path + part.Name)))
            yield return member;
    }
}
