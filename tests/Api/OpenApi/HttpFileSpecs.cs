using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Soccer.Api.Tests.OpenApi;

/// <summary>docs/api.http, out of which an editor sends requests: every operation occurs, and every request is one that there is.</summary>
public sealed partial class HttpFileSpecs
{
    [Test]
    public async Task Every_operation_occurs_and_nothing_else()
    {
        await using var host = ApiHost.WithoutDatabase();
        using var http = host.CreateClient();
        var document = new ApiDocument(await http.GetFromJsonAsync<JsonElement>("/openapi/v1.json"));
        var asked = Requests.Select(request => (request, Operation: document.Find(request.Method, request.Path))).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(asked.Select(pair => pair.Operation).OfType<Operation>().Select(operation => operation.ToString()).Distinct(),
                Is.EquivalentTo(document.Operations.Select(operation => operation.ToString())));
            foreach (var (request, operation) in asked)
            {
                Assert.That(operation is not null || request.Path is "/" or "/openapi/v1.json" || request.Path.StartsWith("/problems", StringComparison.Ordinal), request.ToString());
                Assert.That(request.Query, Is.SubsetOf(operation?.Query.Select(parameter => parameter.GetProperty("name").GetString()!) ?? []), request.ToString());
                if (request.Body.Length > 0)
                    Assert.That(document.Check.Faults(document.SchemaOf(operation!, null)!.Value, JsonElement.Parse(request.Body)), Is.Empty, request.ToString());
            }
        });
    }

    [Test]
    public void Every_variable_is_set_or_comes_from_an_answer()
    {
        var file = Checkout.Read("docs/api.http");
        var set = SetVariable.Matches(file).Select(match => match.Groups["name"].Value);
        Assert.That(Variable.Matches(file).Select(match => match.Groups["name"].Value).Distinct(), Is.SubsetOf(set));
    }

    /// <summary>Which teams and matches there are depends on the source.</summary>
    [Test]
    public void No_request_names_a_team_or_a_match_of_its_own()
    {
        var requests = Requests.ToList();
        Assert.That(requests.Where(request => request.Text.Contains("/v1/fixtures/", StringComparison.Ordinal)).Select(request => request.Text), Has.All.Contains("/v1/fixtures/{{match}}"));
        Assert.That(requests.SelectMany(request => TeamMember.Matches(request.Text)).Select(team => team.Groups["value"].Value).Distinct(), Is.EquivalentTo(["{{home}}", "{{away}}"]));
    }

    static IEnumerable<HttpRequest> Requests => Checkout.Read("docs/api.http").Split("###").Select(part => Line.Match(part)).Where(line => line.Success).Select(line => new HttpRequest(
        line.Groups["method"].Value, Variable.Replace(line.Groups["path"].Value, "1"),
        [.. line.Groups["query"].Value.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')[0])], Variable.Replace(line.Groups["body"].Value.Trim(), ValueOf), line.Value));

    /// <summary>A day where a day is wanted.</summary>
    static string ValueOf(Match variable) => variable.Groups["name"].Value == "date" ? "2025-02-08" : variable.Value;

    /// <summary>A request of the file.</summary>
    sealed record HttpRequest(string Method, string Path, string[] Query, string Body, string Text);

    [GeneratedRegex(@"""(home|away)(Id)?"": (""(?<value>[^""]*)""|(?<value>\d+))")]
    static partial Regex TeamMember { get; }

    [GeneratedRegex(@"^(?<method>[A-Z]+) \{\{address\}\}(?<path>/[^\s?]*)(?<query>\?\S*)?[^\n]*\n(?:[\w-]+: [^\n]*\n)*(?:\n(?<body>[\s\S]*))?", RegexOptions.Multiline)]
    static partial Regex Line { get; }

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}")]
    static partial Regex Variable { get; }

    [GeneratedRegex(@"^@(?<name>\w+) ?=", RegexOptions.Multiline)]
    static partial Regex SetVariable { get; }
}
