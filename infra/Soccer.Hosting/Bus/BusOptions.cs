using System.ComponentModel.DataAnnotations;

namespace Soccer.Hosting.Bus;

/// <summary>Where the broker is. Read from the section Bus.</summary>
public sealed class BusOptions
{
    /// <summary>Host name. Default: this machine, because nothing is bound beyond loopback unless asked.</summary>
    [Required]
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>AMQP port. Default: RabbitMQ's own.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 5672;

    /// <summary>Virtual host. Default: the broker's default.</summary>
    [Required]
    public string VirtualHost { get; init; } = "/";

    /// <summary>User name. No default: the broker has no guest.</summary>
    [Required]
    public string Username { get; init; } = "";

    /// <summary>Password, from the environment or a file.</summary>
    [Required]
    public string Password { get; init; } = "";

    /// <summary>Seconds in which a queue is to be connected again while the broker can be reached; then the service ends, to be started anew. Default 90: attempts are up to 33 s apart.</summary>
    [Range(1, 3600)]
    public double PatienceSeconds { get; init; } = 90;
}
