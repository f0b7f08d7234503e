namespace SpIndicators.Dashboards.Exports;

/// <summary>Where it is said what a file of values holds, whose they are and under which terms: in the header of an answer that has no room for it.</summary>
internal static class DescribedBy
{
    /// <summary>Beside the file, wherever that was asked for: no host stands in an answer that others get too.</summary>
    /// <param name="address">Path and query of the metadata, in the same folder as the file.</param>
    public static string Header(string address)
    {
        var path = address.Split('?')[0];
        return $"<{address[(path.LastIndexOf('/') + 1)..]}>; rel=\"describedby\"; type=\"application/json\"";
    }
}
