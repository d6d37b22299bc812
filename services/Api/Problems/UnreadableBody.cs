using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Soccer.Api.Problems;

/// <summary>Says what is wrong with a body: the reader's words without the names of types, which say nothing to a caller.</summary>
static partial class UnreadableBody
{
    /// <summary>A body that the JSON reader refused, with the member and the place.</summary>
    public static ProblemDetails Of(JsonException error)
    {
        // People count from one.
        var (field, line, position) = (FieldOf(error.Path), error.LineNumber + 1, error.BytePositionInLine + 1);
        return error is InvalidValueException invalid
            ? ProblemTypes.InvalidValue.Details(
                Input.Shown(invalid.Message, invalid.Value), ("field", field), ("value", invalid.Value is null ? null : Input.Shown(invalid.Value)), ("line", line), ("position", position))
            : ProblemTypes.MalformedBody.Details(ReasonOf(error), ("field", field), ("line", line), ("position", position));
    }

    /// <summary>A request that the server or the binding of parameters refused before any JSON was read.</summary>
    public static ProblemDetails Of(BadHttpRequestException error)
    {
        if (Unbound.Match(error.Message) is { Success: true } parameter)
            return ProblemTypes.InvalidValue.Details(
                $"'{Input.Shown(parameter.Groups["value"].Value)}' is no value of {parameter.Groups["name"].Value}; see /openapi/v1.json",
                ("field", parameter.Groups["name"].Value), ("value", Input.Shown(parameter.Groups["value"].Value)));
        if (Missing.Match(error.Message) is { Success: true } missing)
            return ProblemTypes.InvalidValue.Details(
                $"{missing.Groups["name"].Value} is missing; see /openapi/v1.json", ("field", missing.Groups["name"].Value), ("value", null));
        return ProblemTypes.MalformedBody.Details(
            error.Message.Contains("body", StringComparison.Ordinal) ? "there is no body, or it is null: send a JSON object; see /openapi/v1.json" : error.Message);
    }

    static string FieldOf(string? path) => path is ['$', .. var rest] ? Input.Shown(rest is ['.', .. var name] ? name : rest) : "";

    static string ReasonOf(JsonException error)
    {
        var reason = error.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
        if (reason.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return "there is no such member: leave it out, or see /openapi/v1.json for those there are";
        if (reason.Contains("Duplicate property", StringComparison.Ordinal))
            return "a member stands there twice: write it once";
        return reason.Contains("could not be converted", StringComparison.Ordinal) || TypeName.IsMatch(reason)
            ? "the value is of another kind than the member wants; see /openapi/v1.json"
            : reason;
    }

    [GeneratedRegex("""^Failed to bind parameter "\S+ (?<name>\w+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline)]
    static partial Regex Unbound { get; }

    [GeneratedRegex("""^Required parameter "\S+ (?<name>\w+)" was not provided from (query string|route|header)""")]
    static partial Regex Missing { get; }

    [GeneratedRegex(@"\b(System|Soccer)\.\w")]
    static partial Regex TypeName { get; }
}
