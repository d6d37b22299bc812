using Soccer.Api.Access;

namespace Soccer.Api.Problems;

/// <summary>A type of problem as it is told at its address.</summary>
sealed record ProblemPage(string Type, int Status, string Title, string Happened, string Remedy)
{
    public static ProblemPage Of(ProblemType type) => new(type.Address, type.Status, type.Title, type.Happened, type.Remedy);
}

/// <summary>
/// Tells at the address of a type what it is and what to do. Whoever has met a problem may read it, with a key or without.
/// </summary>
static class ProblemPages
{
    public static void MapProblemPages(this WebApplication app)
    {
        app.MapGet(ProblemType.Root, () => ProblemTypes.All.Select(ProblemPage.Of)).Open();
        app.MapGet($"{ProblemType.Root}/{{name}}", (string name) => ProblemTypes.Find(name) is { } type
            ? Results.Ok(ProblemPage.Of(type))
            : ProblemTypes.NotFound.Answer($"there is no problem of the type {Input.Shown(name)}; GET {ProblemType.Root} lists them all")).Open();
    }
}
