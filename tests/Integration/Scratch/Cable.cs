using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>A loopback connection to a server that can be cut and mended, as if the server went away and came back.</summary>
sealed class Cable : IDisposable
{
    readonly IPEndPoint server;
    readonly ConcurrentDictionary<TcpClient, bool> ends = [];
    TcpListener listener;

    /// <param name="host">The server's address.</param>
    /// <param name="port">The server's port.</param>
    /// <param name="at">Where clients connect; any free port where none is named.</param>
    public Cable(string host, int port, int? at = null)
    {
        server = new IPEndPoint(host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(host), port);
        Port = at ?? FreePort.Next();
        listener = Listen(Port);
    }

    /// <summary>Where clients connect.</summary>
    public int Port { get; }

    /// <summary>Closes every connection and takes no more.</summary>
    public void Cut()
    {
        listener.Stop();
        foreach (var end in ends.Keys)
            end.Close();
        ends.Clear();
    }

    /// <summary>Takes connections again, on the same port.</summary>
    public void Mend() => listener = Listen(Port);

    public void Dispose() => Cut();

    TcpListener Listen(int port)
    {
        var listening = new TcpListener(IPAddress.Loopback, port);
        // Closed connections of the same port may linger.
        listening.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listening.Start();
        _ = Accept(listening);
        return listening;
    }

    async Task Accept(TcpListener listening)
    {
        try
        {
            while (true)
                _ = Carry(await listening.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    async Task Carry(TcpClient client)
    {
        using var there = new TcpClient();
        using (client)
            try
            {
                await there.ConnectAsync(server);
                ends[client] = ends[there] = true;
                await Task.WhenAny(client.GetStream().CopyToAsync(there.GetStream()), there.GetStream().CopyToAsync(client.GetStream()));
            }
            catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // One side hung up.
            }
        ends.TryRemove(client, out _);
        ends.TryRemove(there, out _);
    }
}
