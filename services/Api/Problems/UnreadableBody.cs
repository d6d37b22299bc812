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
        return error switch
        {
            InvalidValueException invalid => ProblemTypes.InvalidValue.Details(Input.Shown(invalid.Message, invalid.Value), [.. Place(), ("value", Shown(invalid.Value))]),
            WrongKindException { Value: { } value } => ProblemTypes.MalformedBody.Details(Input.Shown(error.Message, value), [.. Place(), ("value", Input.Shown(value))]),
            _ => ProblemTypes.MalformedBody.Details(ReasonOf(error), Place()),
        };

        (string, object?)[] Place() => [("field", field), ("line", line), ("position", position)];
        static string? Shown(string? value) => value is null ? null : Input.Shown(value);
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
            error.Message.Contains("body", StringComparison.Ordinal) ? "there is no body, or it is null: send a JSON object; see /openapi/v1.json" : "the request can't be read: send it whole",
            ("field", ""));
    }

    const string OfAnotherKind = "the value is of another kind than the member wants; see /openapi/v1.json";

    /// <summary>What the reader says of a text that is no JSON, in words for whoever wrote it.</summary>
    static string BrokenJson(string reason)
    {
        if (reason.Contains("maximum configured depth", StringComparison.Ordinal))
            return $"objects and lists stand inside each other more than {RequestJson.MostDepth} deep";
        if (reason.Contains("trailing comma", StringComparison.Ordinal))
            return "a comma stands before the end of an object or a list: leave it out";
        if (reason.Contains("after a single JSON value", StringComparison.Ordinal))
            return "the body goes on after its JSON has ended: send one object";
        return EndsEarly.IsMatch(reason)
            ? "the body ends before its JSON does: close every text, list and object, and send all of it"
            : "the body is not JSON from here on; it has no comments, and names and texts stand in double quotes";
    }

    static string FieldOf(string? path) => path is ['$', .. var rest] ? Input.Shown(rest is ['.', .. var name] ? name : rest) : "";

    static string ReasonOf(JsonException error)
    {
        var reason = error.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
        if (reason.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return "there is no such member: leave it out, or see /openapi/v1.json for those there are";
        if (reason.Contains("Duplicate property", StringComparison.Ordinal))
            return "a member stands there twice: write it once";
        // Where a value could be read and then not be used, the type is that of an object around it.
        if (error.InnerException is null && Unconverted.Match(reason) is { Success: true } wanted)
            return wanted.Groups["type"].Value switch
            {
                "System.String[]" => "write a list of texts here: [\"...\"]",
                "System.Double[]" => "write a list of numbers here: [1.9, 3.6, 4.1]",
                [.., '[', ']'] => "write a list of objects here: [{...}]",
                var type when type.EndsWith("Request", StringComparison.Ordinal) => "write an object here: {...}; see /openapi/v1.json",
                _ => OfAnotherKind,
            };
        return TypeName.IsMatch(reason) ? OfAnotherKind : error is WrongKindException ? reason : BrokenJson(reason);
    }

    [GeneratedRegex("""^Failed to bind parameter "\S+ (?<name>\w+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline)]
    static partial Regex Unbound { get; }

    [GeneratedRegex("""^Required parameter "\S+ (?<name>\w+)" was not provided from (query string|route|header)""")]
    static partial Regex Missing { get; }

    [GeneratedRegex("Expected depth to be zero|end of data|reached end|Expected end of string|more data|incomplete|does not contain any JSON tokens", RegexOptions.IgnoreCase)]
    static partial Regex EndsEarly { get; }

    [GeneratedRegex(@"could not be converted to (?<type>\w+(\.\w+)*(\[\])?)")]
    static partial Regex Unconverted { get; }

    [GeneratedRegex(@"\b(System|Soccer)\.\w")]
    static partial Regex TypeName { get; }
}
