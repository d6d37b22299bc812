using System.Net;
using System.Net.Sockets;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>
/// Ports to listen on, below those that the system gives to outgoing connections: one of those may be taken by a client between the choice
/// and the
/// start of the server.
/// </summary>
static class FreePort
{
    const int First = 24000;
    const int Last = 31999;

    // Two test processes begin at different places.
    static int next = First + Environment.ProcessId * 37 % (Last - First);

    /// <summary>A port that nobody listens on, each once.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref next) - First) % (Last - First);
            if (IsFree(port))
                return port;
        }
    }

    /// <summary>Whether nobody listens there now.</summary>
    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
