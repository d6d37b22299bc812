namespace Soccer.Cli.Studies;

/// <summary>A search for parameters as the Api tells it.</summary>
sealed record StudyView(
    string StudyId, string Kind, DateOnly AsOf, int Trials, int Seed, DateTime BegunAt, int Evaluations, double Seconds, int? Chosen, int? Round, double? LogLoss,
    double? ConfiguredLogLoss, string? Reason);

/// <summary>A search with its trials.</summary>
sealed record StudyTrials(StudyView Study, IReadOnlyList<TrialView> Trials);

/// <summary>A set of parameters in a round, and how it compares with the configured ones.</summary>
sealed record TrialView(TrialResultView Result, double? Difference, bool Chosen);

sealed record TrialResultView(
    int Trial, int Round, int Depth, double LearningRate, double LeafWeight, double FeatureShare, double MatchShare, double Ridge, double LogLoss, int BoostingRounds,
    int FitRows, double Seconds);
