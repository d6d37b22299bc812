using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Keys;

/// <summary>keys: who may use the Api.</summary>
static class KeysVerb
{
    static readonly Listing<KeyLineView> List = new(
    [
        new("keyId", "id", key => key.KeyId),
        new("name", "name", key => key.Name),
        new("scopes", "scopes", key => string.Join(' ', key.Scopes)) { Rank = 1 },
        new("perSecond", "a second", key => key.PerSecond) { Rank = 4 },
        new("createdAt", "created (UTC)", key => key.CreatedAt) { Format = "yyyy-MM-dd HH:mm", Rank = 2 },
        new("createdBy", "by", key => key.CreatedBy) { Rank = 3 },
        new("revokedAt", "revoked (UTC)", key => key.RevokedAt) { Format = "yyyy-MM-dd HH:mm" },
    ]);

    static readonly Listing<AuditLineView> AuditList = new(
    [
        new("at", "at (UTC)", row => row.At),
        new("keyId", "key", row => row.KeyId),
        new("action", "action", row => row.Action),
        new("subject", "subject", row => row.Subject) { IsId = true },
    ]);

    public static Command Create(Settings settings)
    {
        var keys = CommandLine.Verb("keys", "The keys that the Api lets in, the newest first.", ["keys"], async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            if (await List.Show(parsed, await api.GetText("v1/keys", cancellation), "keys", cancellation) is { Count: 0 })
                Screen.Line("There are no keys yet but the operator's own: ./soccer keys create NAME");
            return Exit.Ok;
        }, [.. List.Options]);
        keys.Subcommands.Add(Make(settings));
        keys.Subcommands.Add(Revoke(settings));
        keys.Subcommands.Add(Audit(settings));
        return keys;
    }

    static Command Make(Settings settings)
    {
        var name = new Argument<string>("NAME") { Description = "Whose key it is, or what for." };
        var scopes = new Option<string>("--scope") { Description = "What it may do, parted by commas: read, predict, run, promote.", DefaultValueFactory = _ => "read,predict" };
        var perSecond = new Option<double?>("--per-second") { Description = "Requests a second; 50 where it is left out, unless the Api is configured otherwise." };
        var json = Options.Json();
        const string about = "Makes a key and prints it, once: only its hash is stored.";
        string[] examples = ["keys create website --scope read,predict --per-second 20"];
        return CommandLine.Verb("create", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var key = await api.Post<KeyView>("v1/keys", new
            {
                Name = parsed.GetValue(name),
                Scopes = parsed.GetValue(scopes)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                PerSecond = parsed.GetValue(perSecond),
            }, cancellation);
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(key, JsonSerializerOptions.Web));
            else
            {
                var rate = Text($"{key.PerSecond} {(key.PerSecond == 1 ? "request" : "requests")} a second");
                Screen.Line($"{key.Key}\n[dim]{string.Join(", ", key.Scopes)}; {rate}; keep it, nobody can show it again[/]");
            }
            return Exit.Ok;
        }, name, scopes, perSecond, json);
    }

    static Command Revoke(Settings settings)
    {
        var id = new Argument<string>("ID") { Description = "The key's id: the middle part of the key." };
        const string about = "Revokes a key; seconds later it opens nothing.";
        string[] examples = ["keys revoke 0123456789ab"];
        return CommandLine.Verb("revoke", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            if (!await api.Delete($"v1/keys/{Uri.EscapeDataString(parsed.GetValue(id)!)}", cancellation))
                throw new ExitException(Exit.Usage, $"There is no valid key {parsed.GetValue(id)}; ./soccer keys lists them all.");
            Screen.Line(Screen.Plain($"{parsed.GetValue(id)} is revoked"));
            return Exit.Ok;
        }, id);
    }

    static Command Audit(Settings settings)
    {
        var limit = new ListLimit("changes", 100, 1_000);
        const string about = "Who changed what over the Api, the newest first.";
        string[] examples = ["keys audit --limit 20"];
        return CommandLine.Verb("audit", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var answer = await api.GetText($"v1/audit?limit={limit.Of(parsed, AuditList.IsTable(parsed))}", cancellation);
            if (await AuditList.Show(parsed, answer, "audit", cancellation, limit) is { Count: 0 })
                Screen.Line("Nothing was changed over the Api yet.");
            return Exit.Ok;
        }, [limit.Option, .. AuditList.Options]);
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    sealed record KeyLineView(string KeyId, string Name, string[] Scopes, double PerSecond, DateTime CreatedAt, string CreatedBy, DateTime? RevokedAt);

    sealed record KeyView(string Id, string Key, string Name, string[] Scopes, double PerSecond);

    sealed record AuditLineView(DateTime At, string KeyId, string Action, string Subject);
}
