namespace SpIndicators.DuckDb;

/// <summary>A file opened twice in one process is one database, which cannot obey two sets of settings.</summary>
internal static class SettingsConflict
{
    public static void ThrowIfDifferent(DuckDbOptions wanted, DuckDbOptions current)
    {
        var asked = Named(wanted);
        var given = Named(current);
        var different = asked.Keys.Union(given.Keys)
            .Where(name => asked.GetValueOrDefault(name) != given.GetValueOrDefault(name))
            .Select(name => $"{name} = {given.GetValueOrDefault(name, "default")}, asked for {asked.GetValueOrDefault(name, "default")}")
            .ToList();
        if (different.Count > 0)
        {
            throw new DuckDbException(
                $"{wanted.DataSource} is already open in this process with other settings ({string.Join("; ", different)}). "
                + "Close it first, or open it with the same settings.");
        }
    }

    private static Dictionary<string, string> Named(DuckDbOptions options) =>
        DuckDbSettings.Of(options).Append((Name: "write_ahead_log", Value: options.WriteAheadLog ? "true" : "false")).ToDictionary(setting => setting.Name, setting => setting.Value);
}
