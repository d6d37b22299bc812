using System.Text.RegularExpressions;
using System.Xml.Linq;
using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Progress.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Contracts.Tests;

/// <summary>What a contract must be to be one.</summary>
public sealed partial class RuleSpecs
{
    static readonly Type[] Commands = [typeof(StartRun), typeof(PredictMatch), typeof(PredictMatches), typeof(PredictMatchNow), typeof(CheckDrift), typeof(EvaluateTrial), typeof(RunBacktest)];

    static readonly Type[] Events =
    [
        typeof(SnapshotIngested), typeof(SnapshotUnchanged), typeof(SnapshotValidated), typeof(SnapshotRejected), typeof(SnapshotSuperseded),
        typeof(FeaturesBuilt), typeof(TrialEvaluated), typeof(StudyEnded), typeof(ModelTrained), typeof(ModelPromoted), typeof(ModelHeld), typeof(PredictionsRefreshed), typeof(MatchPredicted),
        typeof(MatchNotPredicted), typeof(PredictionsAnswered), typeof(ForecastsSettled), typeof(DriftChecked), typeof(StageProgressed), typeof(BacktestCompleted),
        typeof(BacktestFailed),
    ];

    static readonly Type[] Parts = [typeof(Run), typeof(StepTime), typeof(GateFigure), typeof(Score), typeof(AskedMatch)];

    static readonly string[] Verbs = ["Start", "Predict", "Check", "Evaluate", "Run"];

    static readonly string[] PastTenses =
    [
        "Ingested", "Unchanged", "Validated", "Rejected", "Superseded", "Built", "Trained", "Promoted", "Held", "Refreshed", "Predicted", "Settled", "Checked",
        "Progressed", "Evaluated", "Ended", "Completed", "Failed", "Answered",
    ];

    static IReadOnlyList<Type> Contracts => Contract.All;

    static IReadOnlyList<Type> Records => Contract.Records;

    [Test]
    public void Every_record_is_listed_here_as_a_command_an_event_or_a_part_of_one() =>
        Assert.That(Contract.Records, Is.EquivalentTo((Type[])[.. Commands, .. Events, .. Parts]));

    [TestCaseSource(nameof(Commands))]
    public void A_command_is_verb_and_noun(Type command) =>
        Assert.That(Words(command.Name), Has.Length.GreaterThan(1).And.ItemAt(0).AnyOf(Verbs), "a new verb is added to the list in this file");

    [TestCaseSource(nameof(Commands))]
    public void A_command_names_its_queue(Type command) => Assert.That(Contract.QueueOf(command), Does.Match("^[a-z]+(-[a-z]+)+$"));

    [Test]
    public void No_two_commands_share_a_queue() => Assert.That(Commands.Select(Contract.QueueOf), Is.Unique);

    [TestCaseSource(nameof(Events))]
    public void An_event_is_in_the_past_tense(Type e) =>
        Assert.That(Words(e.Name)[^1], Is.AnyOf(PastTenses), "a new word is added to the list in this file, if it is in the past tense");

    [TestCaseSource(nameof(Events))]
    public void An_event_names_no_queue(Type e) => Assert.That(e.GetField("Queue"), Is.Null, "whoever wants an event binds a queue of its own");

    [TestCaseSource(nameof(Records))]
    public void A_record_is_sealed_has_no_base_and_can_not_be_changed(Type record) => Assert.Multiple(() =>
    {
        Assert.That(record.IsSealed, Is.True);
        Assert.That(record.BaseType, Is.EqualTo(typeof(object)));
        Assert.That(record.GetInterfaces(), Is.EqualTo(new[] { typeof(IEquatable<>).MakeGenericType(record) }));
        Assert.That(record.GetProperties().Where(property => property.SetMethod is { } set
            && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))), Is.Empty);
    });

    [TestCaseSource(nameof(Contracts))]
    public void Has_a_file_of_its_own_in_the_folder_of_its_stage_and_version(Type contract)
    {
        var folder = contract.Namespace!["Soccer.Contracts".Length..].TrimStart('.').Replace('.', '/');
        Assert.That(Path.Combine(Checkout.Root, "contracts/Soccer.Contracts", folder, $"{contract.Name}.cs"), Does.Exist);
    }

    [TestCaseSource(nameof(Contracts))]
    public void Carries_no_suffix_that_says_nothing(Type contract) => Assert.That(contract.Name, Does.Not.Match("(Event|Command|Message|Dto)$"));

    [Test]
    public void A_message_has_its_version_in_its_namespace() =>
        Assert.That(Commands.Concat(Events).Select(message => message.Namespace), Has.All.Match(@"^Soccer\.Contracts\.[A-Z][A-Za-z]+\.V[1-9][0-9]*$"));

    [Test]
    public void The_project_has_no_package_and_no_other_project()
    {
        var project = XDocument.Load(Path.Combine(Checkout.Root, "contracts/Soccer.Contracts/Soccer.Contracts.csproj"));
        Assert.Multiple(() =>
        {
            Assert.That(project.Descendants().Select(element => element.Name.LocalName), Has.None.EndsWith("Reference"));
            Assert.That(Contract.Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name), Has.All.Match(@"^System\."));
        });
    }

    static string[] Words(string name) => [.. Word.Matches(name).Select(word => word.Value)];

    [GeneratedRegex("[A-Z][a-z]*")]
    static partial Regex Word { get; }
}
