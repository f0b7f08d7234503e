using System.Net;
using System.Net.Sockets;

namespace SpIndicators.Dashboards.Api.Door;

/// <summary>
/// Counts what each address asks, minute by minute of the clock: when one begins, all counts begin anew, so nothing is kept
/// of anybody for longer. An address of IPv6 counts as its network, of which one household has billions.
/// </summary>
internal sealed class AskerCounts(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, int> asked = [];
    private readonly Dictionary<IPAddress, int> downloads = [];
    private long minute;

    /// <summary>One more question.</summary>
    /// <returns>How many that makes in this minute, and the whole seconds until the next.</returns>
    public (int Asked, int SecondsLeft) Count(IPAddress address)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var current = now.Ticks / TimeSpan.TicksPerMinute;
            if (current != minute)
            {
                minute = current;
                asked.Clear();
            }

            var network = NetworkOf(address);
            return (asked[network] = asked.GetValueOrDefault(network) + 1, 60 - now.Second);
        }
    }

    /// <summary>False when <paramref name="most"/> are under way already; else <see cref="EndDownload"/> follows.</summary>
    public bool TryBeginDownload(IPAddress address, int most)
    {
        lock (gate)
        {
            var network = NetworkOf(address);
            var running = downloads.GetValueOrDefault(network);
            if (running >= most)
            {
                return false;
            }

            downloads[network] = running + 1;
            return true;
        }
    }

    public void EndDownload(IPAddress address)
    {
        lock (gate)
        {
            var network = NetworkOf(address);
            if (--downloads[network] == 0)
            {
                downloads.Remove(network);
            }
        }
    }

    private static IPAddress NetworkOf(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
