using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Api.Tests.Http;

/// <summary>What was set going is in the audit, also where its caller has not heard so.</summary>
public sealed class AuditSpecs : ApiSpecs
{
    [TestCase("/v1/runs", "start-run")]
    [TestCase("/v1/backtests", "run-backtest")]
    public async Task A_command_that_the_broker_did_not_confirm_stands_in_the_audit_as_such(string path, string action)
    {
        await using var losing = new ApiHost(Api.Database.ConnectionString) { Sending = ApiHost.LosesConnection };
        using var http = losing.CreateClient();
        var answer = await http.PostAsJsonAsync(path, new { });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        Assert.That(await Audited(id), Is.EqualTo($"{action} (not confirmed)"));
    }

    [TestCase("/v1/runs", "start-run")]
    [TestCase("/v1/backtests", "run-backtest")]
    public async Task Who_hangs_up_on_a_command_has_given_it_all_the_same(string path, string action)
    {
        var (onTheWay, goOn) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var slow = new ApiHost(Api.Database.ConnectionString)
        {
            Sending = () =>
            {
                onTheWay.TrySetResult();
                return goOn.Task;
            },
        };
        using var http = slow.CreateClient();
        using var hangUp = new CancellationTokenSource();
        var before = await Newest();
        var asking = http.PostAsJsonAsync(path, new { }, hangUp.Token);
        await onTheWay.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await hangUp.CancelAsync();
        goOn.SetResult();
        Assert.That(async () => await asking, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Newest, Is.Not.EqualTo(before).After(30_000, 50));
        Assert.That(await Audited((await Newest()).Subject), Is.EqualTo(action));
    }

    async Task<string?> Audited(string? subject) => (string?)await Api.Database.Scalar($"select action from api._audit where subject = '{Guid.Parse(subject!)}'");

    async Task<(string? Subject, int Rows)> Newest()
    {
        var rows = (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/audit")).GetProperty("audit");
        return (rows.GetArrayLength() == 0 ? null : rows[0].GetProperty("subject").GetString(), rows.GetArrayLength());
    }
}
