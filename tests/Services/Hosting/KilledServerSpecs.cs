using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Hosting;

/// <summary>PostgreSQL as infra/postgres configures it, killed right after a service's first start.</summary>
sealed class KilledServerSpecs
{
    const string Binaries = "/usr/lib/postgresql/15/bin";

    // Tables and their first rows come in one transaction, as from Migrator.
    const string Script = """
        set -e
        data=$1/cluster
        psql() { "$bin/psql" -h 127.0.0.1 -p "$2" -U postgres -d postgres -XqAt -v ON_ERROR_STOP=1 -c "$1"; }
        start() { "$bin/pg_ctl" -D "$data" -o "-c config_file=$1/postgresql.conf -c port=$2 -c listen_addresses=127.0.0.1 -c unix_socket_directories=" -l "$1/log" -w start >/dev/null; }
        bin=$3
        "$bin/initdb" -D "$data" -U postgres --auth=trust --no-sync >/dev/null
        start "$1" "$2"
        psql "begin; create table build (id int generated always as identity primary key); insert into build default values; commit" "$2"
        psql "insert into build default values" "$2"
        "$bin/pg_ctl" -D "$data" -m immediate -w stop >/dev/null
        start "$1" "$2"
        psql "insert into build default values" "$2" || failed=1
        "$bin/pg_ctl" -D "$data" -m immediate -w stop >/dev/null
        exit ${failed:-0}
        """;

    [Test]
    public void Gives_no_id_twice()
    {
        var folder = Directory.CreateTempSubdirectory("soccer-killed-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "postgresql.conf"), Surroundings.Text("infra/postgres/postgresql.conf").Replace("512MB", "16MB", StringComparison.Ordinal));
            string[] arguments = ["bash", "-c", Script, "bash", folder.FullName, $"{FreePort()}", Binaries];
            if (Environment.IsPrivilegedProcess)
            {
                Call("chown", "-R", "postgres:", folder.FullName);
                arguments = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. arguments];
            }
            var (code, errors) = Call(arguments[0], arguments[1..]);
            Assert.That((code, errors), Is.EqualTo((0, "")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static (int Code, string Errors) Call(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, WorkingDirectory = "/" })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
