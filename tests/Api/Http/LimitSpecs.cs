using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Soccer.Api.Problems;

namespace Soccer.Api.Tests.Http;

/// <summary>The server is held to the limits. What comes over one is sent by <see cref="HostileSpecs"/>.</summary>
public sealed class LimitSpecs
{
    [Test]
    public async Task Every_limit_is_the_servers()
    {
        await using var api = ApiHost.WithoutDatabase();
        var (server, limits) = (api.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value, new LimitOptions());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Limits.MaxRequestBodySize, Is.EqualTo(limits.BodyBytes).And.EqualTo(262_144));
            Assert.That(server.Limits.MaxRequestLineSize, Is.EqualTo(limits.AddressBytes));
            Assert.That(server.Limits.MaxRequestHeadersTotalSize, Is.EqualTo(limits.HeaderBytes));
            Assert.That(server.Limits.MaxRequestHeaderCount, Is.EqualTo(limits.Headers));
            Assert.That(server.Limits.RequestHeadersTimeout, Is.EqualTo(TimeSpan.FromSeconds(limits.HeaderSeconds)));
            Assert.That(server.Limits.KeepAliveTimeout, Is.EqualTo(TimeSpan.FromSeconds(limits.IdleSeconds)));
            Assert.That(server.Limits.MinRequestBodyDataRate!.BytesPerSecond, Is.EqualTo(limits.BytesPerSecond));
            Assert.That(server.Limits.MinResponseDataRate!.BytesPerSecond, Is.EqualTo(limits.BytesPerSecond));
            Assert.That(server.Limits.MaxConcurrentConnections, Is.EqualTo(limits.Connections));
            Assert.That(server.AddServerHeader, Is.False);
        }
    }

    [Test]
    public async Task A_connection_too_many_is_closed_and_one_that_ends_makes_room()
    {
        await using var api = ApiHost.WithoutDatabase(("Limits:Connections", "10"));
        api.UseKestrel(0);
        using var http = api.CreateClient();
        var address = http.BaseAddress!;
        var open = new List<TcpClient>();
        for (var count = 0; count < 10; count++)
        {
            open.Add(new TcpClient(address.Host, address.Port));
            Assert.That(await Ask(open[^1]), Does.StartWith("HTTP/1.1 200 "));
        }
        using var tooMany = new TcpClient(address.Host, address.Port);
        Assert.That(await Ask(tooMany), Is.Empty);
        open[0].Dispose();
        Assert.That(async () =>
        {
            using var next = new TcpClient(address.Host, address.Port);
            return await Ask(next);
        }, Does.StartWith("HTTP/1.1 200 ").After(10_000, 50));
        open.ForEach(client => client.Dispose());
    }

    [TestCase("/v1/runs", 256)]
    [TestCase("/v1/predictions", 1024)]
    public async Task A_body_over_the_limit_of_its_operation_is_refused(string path, int limit)
    {
        await using var api = ApiHost.WithoutDatabase();
        api.UseKestrel(0);
        using var http = api.CreateClient();
        // The server hangs up on a body that it will not read: the client waits for its word before it sends one.
        using var over = new HttpRequestMessage(HttpMethod.Post, path) { Content = Body(limit * 1024), Headers = { ExpectContinue = true } };
        var refused = await http.SendAsync(over);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(refused.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain($"{limit * 1024} bytes").And.Contain("\"status\":413"));
        using var under = Body((limit * 1024) - 100);
        Assert.That((await http.PostAsync(path, under)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));

        static StringContent Body(int length) => new($$"""{"nothing":"{{new string('x', length)}}"}""", Encoding.UTF8, "application/json");
    }

    [Test]
    public async Task A_body_that_comes_too_slowly_is_not_waited_for()
    {
        await using var api = ApiHost.WithoutDatabase(("Limits:BytesPerSecond", "1048576"));
        api.UseKestrel(0);
        using var http = api.CreateClient();
        var answer = await RawHttp.Send(
            http.BaseAddress!, $"POST /v1/runs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {ApiHost.AdminKey}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{");
        Assert.That(answer, Does.StartWith("HTTP/1.1 408 "));
    }

    [TestCase("Limits:BodyBytes", "1")]
    [TestCase("Limits:Connections", "0")]
    public void A_limit_that_makes_no_sense_is_refused_at_the_start(string setting, string value)
    {
        using var api = ApiHost.WithoutDatabase((setting, value));
        Assert.That(api.CreateClient, Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(setting.Split(':')[1]));
    }

    /// <summary>The first bytes of an answer; nothing where the connection was closed.</summary>
    static async Task<string> Ask(TcpClient client)
    {
        try
        {
            await client.GetStream().WriteAsync("GET /problems/internal HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray());
            var answer = new byte[1000];
            return Encoding.ASCII.GetString(answer, 0, await client.GetStream().ReadAsync(answer));
        }
        catch (IOException closed)
        {
            Assert.That(closed.InnerException, Is.InstanceOf<SocketException>());
            return "";
        }
    }
}
