using System.Globalization;
using System.Text.Json;
using Soccer.Contracts;
using Soccer.Contracts.Ingest.V1;

namespace Soccer.Ingest;

/// <summary>What the members of a pasted command may be.</summary>
static class PastedValue
{
    /// <summary>As the Api.</summary>
    const int MaxTrials = 1000;

    /// <summary>Characters of a wrong value that are repeated at most.</summary>
    const int Shown = 60;

    /// <exception cref="InvalidCommandException">The member can't have this value.</exception>
    public static void Check(string member, JsonElement value)
    {
        var (name, isValid, rule) = member.ToLowerInvariant() switch
        {
            "asof" => (nameof(StartRun.AsOf), IsNull(value) || IsDay(value), "must be a day that exists, such as 2025-02-01"),
            "training" => (nameof(StartRun.Training), IsTraining(value), "must be auto, always or never"),
            "trials" => (nameof(StartRun.Trials), IsTrials(value), FormattableString.Invariant($"must be a whole number from 0 to {MaxTrials}")),
            "force" => (nameof(StartRun.Force), value.ValueKind is JsonValueKind.True or JsonValueKind.False, "must be true or false"),
            "runid" => (nameof(StartRun.RunId), IsNull(value) || IsId(value), "must be a UUID, or left out"),
            _ => (member, IsNull(value) || value.ValueKind == JsonValueKind.String, "must be a text"),
        };
        if (!isValid)
            throw new InvalidCommandException($"{JsonNamingPolicy.CamelCase.ConvertName(name)} {rule}, not {Short(value.GetRawText())}");
    }

    static bool IsNull(JsonElement value) => value.ValueKind == JsonValueKind.Null;

    static bool IsDay(JsonElement value) => value.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    static bool IsTraining(JsonElement value) => value.ValueKind == JsonValueKind.String
        && Enum.GetNames<Training>().Contains(value.GetString(), StringComparer.OrdinalIgnoreCase);

    static bool IsTrials(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var trials) && trials is >= 0 and <= MaxTrials;

    static bool IsId(JsonElement value) => value.ValueKind == JsonValueKind.String && value.TryGetGuid(out _);

    static string Short(string text) => text.Length <= Shown ? text : $"{text[..(Shown - 1)]}…";
}
