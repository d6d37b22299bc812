using System.Text;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Forecasting.Features;
using Soccer.Forecasting.Models;

namespace Soccer.Architecture.Tests.Rules;

/// <summary>docs/features.md is written by the code: SOCCER_ACCEPT_FEATURES=yes dotnet test tests/Architecture writes it anew.</summary>
public sealed class FeaturePageSpecs
{
    const string Accept = "SOCCER_ACCEPT_FEATURES";
    static readonly string Page = Files.Full("docs/features.md");

    [Test]
    public void Every_feature_stands_in_the_page_with_its_meaning()
    {
        if (Environment.GetEnvironmentVariable(Accept) == "yes")
            File.WriteAllText(Page, Written());
        Assert.That(File.ReadAllText(Page), Is.EqualTo(Written()), $"{Accept}=yes dotnet test tests/Architecture writes the page anew");
    }

    static string Written()
    {
        var schema = FeaturePass.Create().Schema;
        var page = new StringBuilder($"""
            # Features

            What a model knows of a match: {schema.Features.Count} numbers, all from days before the match, and at most its own opening price from its own. Schema `{schema.Hash[..12]}`;
            another list is another schema. A missing number is missing, not zero. Written by the code (`tests/Architecture`, `FeaturePageSpecs`).

            A name that begins with `{ModelKinds.MemoryPrefix}` owes something to past matches' odds, one that begins with `{ModelKinds.PricePrefix}` to the match's own; every other owes nothing to odds.

            | feature | meaning | {string.Join(" | ", ModelKinds.All)} |
            |---|---|{string.Concat(ModelKinds.All.Select(_ => "---|"))}

            """.ReplaceLineEndings("\n"));
        foreach (var feature in schema.Features)
            page.Append($"| `{feature.Name}` | {feature.Meaning} | {string.Join(" | ", ModelKinds.All.Select(kind => ModelKinds.Sees(kind, feature.Name) ? "yes" : ""))} |\n");
        return page.ToString();
    }
}
