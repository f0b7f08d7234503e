namespace SpIndicators.Dashboards.Staff;

/// <summary>Where somebody is led after signing in: an address of this program, whatever the link said.</summary>
internal static class LocalAddress
{
    /// <summary>The address itself when it is a path of ours; else null.</summary>
    public static string? Of(string? address) =>
        // One slash, and no second one or backslash after it: browsers take "//x" and "/\x" for another host.
        address is ['/', ..] && (address.Length == 1 || address[1] is not ('/' or '\\'))
        && !address.Any(letter => char.IsControl(letter) || letter == '\\')
            ? address
            : null;
}
