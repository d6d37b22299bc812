using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Bench;

/// <summary>The system that is measured: a key with a rate that is never in the way, and matches to ask about.</summary>
/// <param name="Address">The Api.</param>
/// <param name="Key">The key that the load sends.</param>
/// <param name="KeyId">Its id.</param>
/// <param name="Matches">Ids of matches that have forecasts.</param>
/// <param name="Bodies">What to ask of: two teams each.</param>
sealed record Served(Uri Address, string Key, string KeyId, string Operator, IReadOnlyList<long> Matches, IReadOnlyList<string> Bodies)
{
    /// <exception cref="InvalidDataException">Nothing is there to be measured.</exception>
    public static async Task<Served> Find(Uri address, string key)
    {
        using var http = Client(address, key);
        var made = await http.PostAsJsonAsync("v1/keys", new { name = $"bench {Guid.NewGuid():N}", scopes = new[] { "read", "predict", "run" }, perSecond = 100_000 });
        if (!made.IsSuccessStatusCode)
            throw new InvalidDataException($"{address} gave no key: {await made.Content.ReadAsStringAsync()}");
        var created = await made.Content.ReadFromJsonAsync<JsonElement>();
        var fixtures = (await http.GetFromJsonAsync<JsonElement>("v1/fixtures")).GetProperty("fixtures").EnumerateArray().ToList();
        if (fixtures.Count == 0)
            throw new InvalidDataException($"{address} has no forecasts yet: ./soccer run, and measure then.");
        return new(
            address, created.GetProperty("key").GetString()!, created.GetProperty("id").GetString()!, key, [.. fixtures.Select(match => match.GetProperty("matchId").GetInt64())],
            [.. fixtures.Select(match => JsonSerializer.Serialize(new
            {
                home = match.GetProperty("home").GetString(), away = match.GetProperty("away").GetString(), division = match.GetProperty("division").GetString(),
            }))]);
    }

    public Wire Connect() => new(Address, Key);

    /// <summary>Takes the key back.</summary>
    public async Task Leave()
    {
        using var http = Client(Address, Operator);
        (await http.DeleteAsync($"v1/keys/{KeyId}")).EnsureSuccessStatusCode();
    }

    public static HttpClient Client(Uri address, string key)
    {
        var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }
}
