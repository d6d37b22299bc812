using Microsoft.AspNetCore.Mvc;

namespace Soccer.Api.Problems;

/// <summary>A kind of problem, which a client tells from the others by its address (RFC 9457, 3.1.1).</summary>
/// <param name="Name">The last part of the address: not-found. It stays as it is, for clients compare it.</param>
/// <param name="Status">The HTTP status that it comes with.</param>
/// <param name="Title">What it is, in a few words: the same in every answer.</param>
/// <param name="Happened">What happened.</param>
/// <param name="Remedy">What to do.</param>
sealed record ProblemType(string Name, int Status, string Title, string Happened, string Remedy)
{
    /// <summary>Where all types are told.</summary>
    public const string Root = "/problems";

    /// <summary>What stands under type: a reference that is relative to the Api's address.</summary>
    public string Address => $"{Root}/{Name}";

    /// <summary>A problem of this type as an answer.</summary>
    /// <param name="detail">What is wrong with this very request, and what to do.</param>
    /// <param name="members">What else the answer has: ("field", "home").</param>
    public IResult Answer(string detail, params ReadOnlySpan<(string Name, object? Value)> members) => Results.Problem(Details(detail, members));

    /// <summary>The same before it is an answer.</summary>
    public ProblemDetails Details(string detail, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var problem = new ProblemDetails { Type = Address, Title = Title, Status = Status, Detail = detail };
        foreach (var (name, value) in members)
            problem.Extensions[name] = value;
        return problem;
    }
}
