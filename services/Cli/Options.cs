using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Soccer.Contracts;
using Soccer.Forecasting;

namespace Soccer.Cli;

/// <summary>Options that several verbs have, with messages that name option, value, and what to write.</summary>
static class Options
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object and nothing else." };

    public static Option<string?> Division() => new("--division") { Description = "Division code, such as E0." };

    /// <summary>Three decimal odds: 1.9/3.6/4.1.</summary>
    public static Option<(double Home, double Draw, double Away)?> Odds() => new("--odds")
    {
        Description = "Decimal odds of home win, draw and away win that the forecast uses: 1.9/3.6/4.1",
        CustomParser = result => Parse(result, text =>
        {
            double[] odds = [.. text.Split('/').Select(price =>
                double.TryParse(price, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var odds) ? odds : double.NaN)];
            return Prices.Of(odds) is { IsUsable: true } ? (odds[0], odds[1], odds[2]) : ((double, double, double)?)null;
        }, string.Create(
            CultureInfo.InvariantCulture,
            $"write three decimal odds above 1 as 1.9/3.6/4.1, whose reciprocals sum to {Prices.LeastOverround} to {Prices.MostOverround}")),
    };

    public static Option<DateOnly?> Day(string name, string description, bool required = false) => new(name)
    {
        Description = $"{description}. A day such as 2025-02-01.",
        Required = required,
        CustomParser = result => Parse(result, text =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null,
            "write a day as 2025-02-01"),
    };

    public static Option<Training> Training()
    {
        var option = new Option<Training>("--training")
        {
            Description = "Whether to train: auto, always or never. A training on the same matches with the same code is remembered; --force computes it again.",
            DefaultValueFactory = _ => Contracts.Training.Auto,
            CustomParser = result => Parse(result, text => text switch
            {
                "auto" => Contracts.Training.Auto,
                "always" => Contracts.Training.Always,
                "never" => Contracts.Training.Never,
                _ => (Training?)null,
            }, "write auto, always or never") ?? Contracts.Training.Auto,
        };
        return option;
    }

    public static Option<bool> Force() => new("--force") { Description = "Compute every step again although its result is stored." };

    public static Option<int> Trials() => new("--trials")
    {
        Description = "Sets of parameters to try before the training.",
        CustomParser = result => Parse(result, text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var trials) && trials <= 1000 ? trials : (int?)null,
            "write a number of trials from 0 to 1000") ?? 0,
    };

    public static Option<int> Timeout() => new("--timeout")
    {
        Description = "Seconds until following is given up; the run goes on.",
        DefaultValueFactory = _ => 3600,
        CustomParser = result => Parse(result, text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : (int?)null,
            "write a number of seconds of at least 1") ?? 0,
    };

    /// <summary>A number of days: 7d.</summary>
    public static Option<int> Every() => new("--every")
    {
        Description = "Days from one run to the next: 7d.",
        DefaultValueFactory = _ => 7,
        CustomParser = result => Parse(result, text =>
            int.TryParse(text.EndsWith('d') ? text[..^1] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 366
                ? days
                : (int?)null,
            "write a number of days from 1d to 366d") ?? 0,
    };

    static T? Parse<T>(ArgumentResult result, Func<string, T?> parse, string advice) where T : struct
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        var value = parse(text);
        if (value is null)
            result.AddError($"{(result.Parent as OptionResult)?.Option.Name ?? result.Argument.Name} '{text}': {advice}");
        return value;
    }
}
