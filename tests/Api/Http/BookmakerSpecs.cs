using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Soccer.Api.Tests.Http;

/// <summary>What the codes of bookmakers stand for.</summary>
public sealed partial class BookmakerSpecs
{
    /// <summary>As Validate stores the codes of several layouts under one.</summary>
    static readonly Dictionary<string, string> Stored = new() { ["BbAv"] = "Avg", ["BbMx"] = "Max", ["P"] = "PS" };

    [Test]
    public async Task Every_code_of_the_source_has_a_name()
    {
        var read = Quoted.Matches(Known.Match(Checkout.Read("infra/Soccer.Csv/Header.cs")).Value).Select(code => code.Groups[1].Value);
        var stored = read.Select(code => Stored.GetValueOrDefault(code, code)).Distinct().Order(StringComparer.Ordinal);
        var bookmakers = await Bookmakers();
        Assert.That(bookmakers.Select(CodeOf), Is.EqualTo(stored));
        Assert.That(bookmakers.Where(one => one.GetProperty("name").GetString() == CodeOf(one)), Is.Empty, "a code is no name");
    }

    [Test]
    public async Task Exchanges_and_aggregates_are_marked()
    {
        var bookmakers = await Bookmakers(("Bookmakers:Commission:BFE", "0.02"));
        Assert.That(Where("isExchange"), Is.EqualTo(new[] { "BFE" }));
        Assert.That(Where("isAggregate"), Is.EqualTo(new[] { "Avg", "Max" }));
        Assert.That(
            bookmakers.Where(one => one.GetProperty("commission").GetDouble() > 0).Select(one => one.GetProperty("commission").GetDouble()),
            Is.EqualTo(new[] { 0.02 }));

        IEnumerable<string?> Where(string mark) =>
            bookmakers.Where(one => one.GetProperty(mark).GetBoolean()).Select(CodeOf);
    }

    static string? CodeOf(JsonElement bookmaker) => bookmaker.GetProperty("code").GetString();

    static async Task<JsonElement[]> Bookmakers(params (string, string)[] settings)
    {
        await using var host = ApiHost.WithoutDatabase(settings);
        using var http = host.CreateClient();
        return [.. (await http.GetFromJsonAsync<JsonElement>("/v1/bookmakers")).GetProperty("bookmakers").EnumerateArray()];
    }

    [GeneratedRegex(@"Bookmakers = new\[\]\s*\{[^}]*\}")]
    static partial Regex Known { get; }

    [GeneratedRegex("\"([^\"]+)\"")]
    static partial Regex Quoted { get; }
}
