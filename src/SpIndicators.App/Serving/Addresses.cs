using System.Net;
using SpIndicators.App.Console;

namespace SpIndicators.App.Serving;

/// <summary>A list of addresses and networks, as a setting names them with commas between: <c>10.0.0.5, 10.1.0.0/16, ::1</c>.</summary>
public sealed class Addresses
{
    private readonly IReadOnlyList<IPNetwork> networks;

    private Addresses(IReadOnlyList<IPNetwork> networks) => this.networks = networks;

    public static Addresses None { get; } = new([]);

    public IReadOnlyList<IPNetwork> Networks => networks;

    public bool IsEmpty => networks.Count == 0;

    public bool Contain(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return networks.Any(network => network.Contains(plain));
    }

    /// <exception cref="UsageException">A part is neither an address nor a network.</exception>
    public static Addresses Of(string setting, string? list) => new([.. (list ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(part => Network(part) ?? throw new UsageException($"The setting {setting} is a list of addresses and networks (10.0.0.5, 10.1.0.0/16), and '{part}' is neither."))]);

    private static IPNetwork? Network(string part) =>
        IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(part, out var network) ? network
        : null;
}
