using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>The broker's management API.</summary>
static class Management
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Calls it.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Below /api/.</param>
    /// <param name="body">JSON as it is, or an object; or none.</param>
    public static async Task<HttpResponseMessage> Call(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Surroundings.Management, $"/api/{path}"));
        if (body is not null)
            request.Content = body is string json ? new StringContent(json, Encoding.UTF8, "application/json") : JsonContent.Create(body);
        var user = Encoding.UTF8.GetBytes($"{Surroundings.BusUsername}:{Surroundings.BusPassword}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(user));
        return (await Http.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
