using System.CommandLine;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Soccer.Api.Access;
using Soccer.Cli;
using Soccer.Cli.Forecasts;
using Soccer.Cli.Keys;
using Soccer.Cli.Models;
using Soccer.Cli.Runs;
using Soccer.Cli.Services;

namespace Soccer.Api.Tests.Cli;

[NonParallelizable]
public sealed class CommandLineSpecs
{
    static readonly Settings Nowhere = new(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bus:Host"] = "127.0.0.1",
            ["Bus:Port"] = "1",
            ["Bus:Username"] = "none",
            ["Bus:Password"] = "none",
        }).Build(), new Uri("http://127.0.0.1:1/"), null, null, null);

    [TestCase("--as-of '2025-02-30': write a day as 2025-02-01", "run", "--as-of", "2025-02-30")]
    [TestCase("--training 'often': write auto, always or never", "run", "--training", "often")]
    [TestCase("--trials '1001': write a number of trials from 0 to 1000", "run", "--trials", "1001")]
    [TestCase("--trials needs a training: leave --training never out", "run", "--trials", "9", "--training", "never")]
    [TestCase("--timeout '0': write a number of seconds of at least 1", "run", "--timeout", "0")]
    [TestCase("--every '7w': write a number of days from 1d to 366d", "replay", "--from", "2025-01-01", "--to", "2025-02-01", "--every", "7w")]
    [TestCase("Option '--to' is required.", "replay", "--from", "2025-01-01")]
    [TestCase("--to 2025-01-01 is before --from 2025-02-01", "replay", "--from", "2025-02-01", "--to", "2025-01-01", "--source", "http://127.0.0.1:1/")]
    [TestCase("Unrecognized command or argument '--fast'.", "run", "--fast")]
    [TestCase("'Arsenal' is not a match: write HOME and AWAY as ./soccer fixtures prints them", "fixture", "Arsenal")]
    [TestCase("--json prints the answer as it is: leave --columns, --wide, --csv and --bom out", "fixtures", "--json", "--csv", "forecasts.csv")]
    [TestCase("--json prints the Api's answer: leave --list out", "fixtures", "--json", "--list", "list.json")]
    [TestCase("'Alderwyck' is more than HOME AWAY: put a name with spaces in quotes, such as \"Aston Villa\".", "predict", "Quarmere", "Rovers", "Alderwyck")]
    [TestCase("AWAY is missing.", "predict", "Alderwyck")]
    [TestCase("HOME and AWAY are missing.", "predict")]
    [TestCase("B is missing.", "models", "compare", "aaaaaaaa")]
    public async Task A_wrong_command_line_is_told_what_is_wrong_and_ends_with_2(string message, params string[] args)
    {
        var (code, error) = await Run(args);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith(message));
    }

    [TestCase("See: ./soccer models compare --help", "models", "compare", "aaaaaaaa")]
    [TestCase("See: ./soccer models --help", "models", "--limit", "many")]
    [TestCase("See: ./soccer --help", "clairvoyance")]
    public async Task Where_to_read_more_is_named_as_it_is_typed(string see, params string[] args) =>
        Assert.That((await Run(args)).Error.TrimEnd(), Does.EndWith(see));

    [TestCase("There is no verb 'rnu'; did you mean 'run'?", "rnu", "--as-of", "2025-02-01")]
    [TestCase("There is no verb 'staus'; did you mean 'status'?", "staus")]
    [TestCase("There is no verb 'models comapre'; did you mean 'models compare'?", "models", "comapre", "a", "b")]
    [TestCase("There is no verb 'clairvoyance'.", "clairvoyance")]
    [TestCase("Say what to do.")]
    public async Task A_mistyped_verb_is_told_the_nearest_one(string message, params string[] args)
    {
        var (code, error) = await Run(args);
        Assert.That((code, error.Split('\n')[0]), Is.EqualTo((2, message)));
    }

    [Test]
    public void What_the_script_does_itself_is_what_it_says() =>
        Assert.That(CommandLine.OfTheScript, Has.All.Matches<string>(verb => Checkout.Read("soccer").Contains($"\n  {verb}", StringComparison.Ordinal)));

    [Test]
    public void Help_of_the_script_lists_every_verb() =>
        Assert.That(Verbs.All(Nowhere).Select(verb => verb.Name), Has.All.Matches<string>(
            verb => Regex.IsMatch(Checkout.Read("soccer"), $"^  ([^ ].*, )?{verb}([ ,]|$)", RegexOptions.Multiline)));

    [Test]
    public async Task Help_names_the_command_as_it_is_typed() => Assert.That(await Help("models"), Does.Contain("soccer models [").And.Not.Contain("Soccer.Cli"));

    static IEnumerable<Command> Every(IEnumerable<Command> verbs) => verbs.SelectMany(verb => Every(verb.Subcommands).Prepend(verb));

    static IEnumerable<TestCaseData> EveryVerb =>
        Every(Verbs.All(Nowhere)).Select(verb => new TestCaseData((object)HelpWithExamples.Of(verb)).SetArgDisplayNames(verb.Name));

    [TestCaseSource(nameof(EveryVerb))]
    public void Every_verb_has_examples_that_can_be_typed(string[] examples)
    {
        var root = new Command("soccer");
        foreach (var verb in Verbs.All(Nowhere))
            root.Subcommands.Add(verb);
        Assert.That(examples, Is.Not.Empty);
        Assert.That(examples.SelectMany(example => root.Parse(example).Errors).Select(error => error.Message), Is.Empty);
    }

    [Test]
    public async Task Help_ends_with_the_examples() =>
        Assert.That(await Help("trials"), Does.EndWith("Examples: ./soccer trials ./soccer trials 7d793037"));

    [Test]
    public async Task Alerts_without_an_address_of_Alertmanager_ends_with_2()
    {
        var (code, error) = await Run("alerts");
        Assert.That((code, error.TrimEnd()), Is.EqualTo((2, "The address of Alertmanager is not known: set Cli__Alertmanager, such as http://127.0.0.1:15493/")));
    }

    [Test]
    public async Task Help_of_predict_says_what_is_taken_where_nothing_is_said() =>
        Assert.That(await Help("predict"), Does.Contain("The day after the last one with known results if left out").And.Contain("It knows the odds of --odds and no others"));

    [Test]
    public async Task Help_of_keys_says_the_rate_of_a_key_that_is_given_none() =>
        Assert.That(await Help("keys", "create"), Does.Contain($"{new AccessOptions().PerSecond} where it is left out"));

    static async Task<string> Help(params string[] verb)
    {
        var before = Console.Out;
        await using var help = new StringWriter();
        Console.SetOut(help);
        try
        {
            await Run([.. verb, "--help"]);
            return string.Join(' ', help.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    [TestCase("no run has come to its forecasts yet; POST /v1/runs starts one", "no run has come to its forecasts yet; ./soccer run starts one")]
    [TestCase("there is no run 17; GET /v1/runs lists the newest", "there is no run 17; ./soccer runs lists the newest")]
    [TestCase("GET /v1/studies lists the newest", "./soccer trials lists the newest")]
    [TestCase("GET /v1/backtests/17 says how it stands", "GET /v1/backtests/17 says how it stands")]
    public void What_the_Api_says_in_calls_is_said_in_verbs(string said, string shown) => Assert.That(ApiWords.InVerbs(said), Is.EqualTo(shown));

    [Test]
    public async Task A_service_that_is_away_ends_with_3()
    {
        var (code, error) = await Run("runs");
        Assert.That(code, Is.EqualTo(3));
        Assert.That(error, Does.StartWith("The Api at http://127.0.0.1:1/ does not answer"));
    }

    [Test]
    public void A_replay_goes_from_the_first_day_to_the_last_and_ends_on_it() =>
        Assert.That(ReplayVerb.Days(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 20), 7),
            Is.EqualTo(new[] { new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 8), new DateOnly(2025, 1, 15), new DateOnly(2025, 1, 20) }));

    static async Task<(int Code, string Error)> Run(params string[] args)
    {
        var before = Console.Error;
        await using var error = new StringWriter();
        Console.SetError(error);
        try
        {
            return (await CommandLine.Run(args, Verbs.All(Nowhere)), error.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }
}
