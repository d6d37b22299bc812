namespace Soccer.Api.Problems;

/// <summary>
/// Every type of problem. An operation answers with one by <c>ProblemTypes.NotFound.Answer("there is no run 17")</c>; a value that is wrong
/// throws an
/// <see cref="InvalidInputException"/>. docs/problems.md has the same words.
/// </summary>
static class ProblemTypes
{
    public static readonly ProblemType InvalidValue = new(
        "invalid-value", 400, "A value is not possible", "A part of the path, a query parameter or a member of the body is missing, or has a value that it can't have.",
        "detail says what to write. field is where it stood, value is what stood there, and suggestions, where there are any, would do.");

    public static readonly ProblemType UnknownParameter = new(
        "unknown-parameter", 400, "There is no such query parameter", "The address has a query parameter that this operation does not have. It is not passed over: a misspelt one would have "
        + "answered another question.",
        "Leave it out, or write one of the names under suggestions.");

    public static readonly ProblemType MalformedBody = new(
        "malformed-body", 400, "The body can't be read", "The body is missing, is no JSON in UTF-8, is nested too deeply, or has a member twice, one that there is not, or one of another kind.",
        "Mend it at field, line and position; /openapi/v1.json describes every body.");

    public static readonly ProblemType UnknownTeam = new(
        "unknown-team", 400, "A team is not known, or is of another country",
        "No team has this name or id, teams of several countries have the name, or the two teams are of different countries.",
        "Both teams must play in one country. Write a name as GET /v1/teams writes it, or one of those under suggestions, nearest first. "
        + "Where detail names several and there are no suggestions, they are equally near: choose one. Where several countries have one, name the division.");

    public static readonly ProblemType NoKey = new(
        "no-key", 401, "No valid key was sent", "The request came without a key, with one that was revoked, or with one that never was.",
        "Send a key in the header Authorization: Bearer KEY. The operator makes one with ./soccer keys create NAME --scope read.");

    public static readonly ProblemType MissingScope = new(
        "missing-scope", 403, "The key may not do this", "The key is valid, but lacks the scope that the operation needs.",
        "Ask the operator for a key with the scope that detail names.");

    public static readonly ProblemType NotFound = new(
        "not-found", 404, "There is nothing here", "The path is none of this Api, or nothing has the id that stands in it.",
        "detail says which list has the ids that there are; GET / lists the paths.");

    public static readonly ProblemType MethodNotAllowed = new(
        "method-not-allowed", 405, "The path does not take this method", "The path is one of this Api, the method none of the path.",
        "Use a method of the header Allow.");

    public static readonly ProblemType TooSlow = new(
        "too-slow", 408, "The body came too slowly", "The body did not come to its end in time, so the connection is closed.",
        "Send the request again, the body in one go.");

    public static readonly ProblemType Conflict = new(
        "conflict", 409, "Something stands in the way", "The request is well formed, but what is there already does not let it be done.",
        "detail names what stands in the way; the same request does once that is gone.");

    public static readonly ProblemType Expired = new(
        "expired", 410, "It was here, and is no longer kept", "The id was one of this Api, and what it named was removed after its time.",
        "Ask for it again with a new request.");

    public static readonly ProblemType DeadlinePassed = new(
        "deadline-passed", 410, "It was not answered by its deadline", "The deadline of the request came before its answer, so there is none and will be none.",
        "Ask for it again with a new request, and, where it may take longer, with more seconds under withinSeconds.");

    public static readonly ProblemType TooLarge = new(
        "too-large", 413, "The body is too large", "The body has more bytes than the operation takes; nothing of it was used.",
        "Send less, or send it in several requests; detail has the limit.");

    public static readonly ProblemType NotJson = new(
        "not-json", 415, "The body is not said to be JSON in UTF-8",
        "The header Content-Type names another type than JSON, or another encoding than UTF-8 (RFC 8259, 8.1); or Content-Encoding says that it is packed.",
        "Send the body as JSON in UTF-8, with the header Content-Type: application/json, and not packed.");

    public static readonly ProblemType IdempotencyConflict = new(
        "idempotency-conflict", 422, "The idempotency key belongs to another request", "A request with the same Idempotency-Key but another body was taken before.",
        "Use a new key for a new request; repeat a request with its key only as it was.");

    public static readonly ProblemType NotComparable = new(
        "not-comparable", 422, "The models can't be compared", "No match was held out by both models and forecast by the same kind of both, so nothing says which one is better.",
        "Compare models whose newest years overlap.");

    public static readonly ProblemType TooManyRequests = new(
        "too-many-requests", 429, "The key was given fewer requests", "More requests came with the key than it was given a second.",
        "Wait for the seconds in Retry-After. RateLimit tells with every answer what is left.");

    public static readonly ProblemType Internal = new(
        "internal", 500, "The Api failed", "Something went wrong that is no fault of the request.",
        "Tell the operator the traceId, by which the log can be searched.");

    public static readonly ProblemType Unavailable = new(
        "unavailable", 503, "A part of the system is away", "The database, the broker or a stage did not answer. Nothing was started.",
        "Send the request again after the seconds in Retry-After.");

    public static readonly ProblemType InDoubt = new(
        "in-doubt", 503, "It is not known whether this was started", "The broker was given the command and did not confirm it.",
        "Look at link before you send the request again: what was started will appear there.");

    /// <summary>All of them, by status.</summary>
    public static readonly IReadOnlyList<ProblemType> All =
    [
        InvalidValue, UnknownParameter, MalformedBody, UnknownTeam, NoKey, MissingScope, NotFound, MethodNotAllowed, TooSlow, Conflict, Expired, DeadlinePassed, TooLarge, NotJson,
        IdempotencyConflict, NotComparable, TooManyRequests, Internal, Unavailable, InDoubt,
    ];

    /// <summary>The type of a name, or none.</summary>
    public static ProblemType? Find(string name) => All.FirstOrDefault(type => type.Name == name);

    /// <summary>The type of an answer that says no more than its status; none where the status is none of ours.</summary>
    public static ProblemType? Of(int? status) => All.FirstOrDefault(type => type.Status == status);
}
