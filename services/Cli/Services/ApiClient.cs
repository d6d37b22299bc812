using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Cli.Services;

/// <summary>Asks the Api.</summary>
sealed class ApiClient : IDisposable
{
    readonly HttpClient http;

    /// <summary>A client of the Api at an address, with the key that it asks for.</summary>
    public ApiClient(Uri address, string? key = null)
    {
        http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        if (key is { Length: > 0 })
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    /// <summary>Reads an answer; none where there is nothing at the path.</summary>
    /// <exception cref="ApiAwayException">The Api, or something behind it, does not answer.</exception>
    /// <exception cref="ExitException">The Api refused the request.</exception>
    public async Task<T?> Find<T>(string path, CancellationToken cancellation) where T : class
    {
        using var response = await Send(() => http.GetAsync(path, cancellation), cancellation);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await Read<T>(response, cancellation);
    }

    /// <summary>Reads an answer that must be there.</summary>
    /// <inheritdoc cref="Find"/>
    public async Task<T> Get<T>(string path, CancellationToken cancellation)
    {
        using var response = await Send(() => http.GetAsync(path, cancellation), cancellation);
        return await Read<T>(response, cancellation);
    }

    /// <summary>The answer as it came.</summary>
    /// <inheritdoc cref="Find"/>
    public async Task<string> GetText(string path, CancellationToken cancellation)
    {
        using var response = await Send(() => http.GetAsync(path, cancellation), cancellation);
        await Check(response, cancellation);
        return await response.Content.ReadAsStringAsync(cancellation);
    }

    /// <summary>Posts a request.</summary>
    /// <inheritdoc cref="Find"/>
    public async Task<T> Post<T>(string path, object request, CancellationToken cancellation)
    {
        using var response = await Send(() => http.PostAsJsonAsync(path, request, cancellation), cancellation);
        return await Read<T>(response, cancellation);
    }

    /// <summary>Posts a request; the answer as it came.</summary>
    /// <inheritdoc cref="Find"/>
    public async Task<string> PostText(string path, object request, CancellationToken cancellation)
    {
        using var response = await Send(() => http.PostAsJsonAsync(path, request, cancellation), cancellation);
        await Check(response, cancellation);
        return await response.Content.ReadAsStringAsync(cancellation);
    }

    /// <summary>Removes what is at the path; whether there was something.</summary>
    /// <inheritdoc cref="Find"/>
    public async Task<bool> Delete(string path, CancellationToken cancellation)
    {
        using var response = await Send(() => http.DeleteAsync(path, cancellation), cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return false;
        await Check(response, cancellation);
        return true;
    }

    async Task<HttpResponseMessage> Send(Func<Task<HttpResponseMessage>> send, CancellationToken cancellation)
    {
        try
        {
            return await send();
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new ApiAwayException($"The Api at {http.BaseAddress} does not answer: {error.Message}");
        }
    }

    static async Task<T> Read<T>(HttpResponseMessage response, CancellationToken cancellation)
    {
        await Check(response, cancellation);
        return await response.Content.ReadFromJsonAsync<T>(cancellation) ?? throw new InvalidOperationException("the Api answered with nothing");
    }

    static async Task Check(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
            return;
        var text = await response.Content.ReadAsStringAsync(cancellation);
        var problem = ProblemIn(text) ?? new Problem(null, null, $"{(int)response.StatusCode} {response.ReasonPhrase}", null);
        var message = ProblemWords.Of(problem.Field, problem.Value, problem.Detail ?? "", problem.Suggestions ?? []);
        throw response.StatusCode switch
        {
            HttpStatusCode.ServiceUnavailable => new ApiAwayException(message),
            >= HttpStatusCode.InternalServerError => new ExitException(Exit.Failed, message),
            _ => new ExitException(Exit.Usage, message),
        };
    }

    static Problem? ProblemIn(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Problem>(text, JsonSerializerOptions.Web) is { Detail: not null } problem ? problem : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();

    sealed record Problem(string? Field, string? Value, string? Detail, string[]? Suggestions);
}

/// <summary>The Api, or the database or the broker behind it, does not answer; the same request may do later.</summary>
sealed class ApiAwayException(string message) : Exception(message);
