using System.Globalization;

namespace SpIndicators.Operations.Storage;

/// <summary>
/// The numbered SQL files beside this one, each applied once, in order. Written ones are never edited: a change is the
/// next number. All of it is one transaction that only one process at a time is in.
/// </summary>
internal static class Migrations
{
    public static async Task<bool> Apply(Session session, Engine engine, TimeProvider time)
    {
        await session.Execute("create table if not exists schema_version (version bigint not null primary key, applied_at bigint not null)");
        var applied = await session.Query<long>("select version from schema_version");
        foreach (var (version, sql) in Of(engine))
        {
            if (!applied.Contains(version))
            {
                await session.Execute(sql);
                await session.Execute("insert into schema_version (version, applied_at) values (@version, @now)", new { version, now = time.Ticks() });
            }
        }

        return true;
    }

    /// <summary>Number and text, in order: 0001_words.sql for both engines, 0002_words.sqlite.sql for one.</summary>
    public static IEnumerable<(long Version, string Sql)> Of(Engine engine) =>
        from name in typeof(Migrations).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
        let parts = name.Split('.')
        where parts[^1] == "sql" && (parts.Length == 2 || parts[1] == engine.Name)
        select (long.Parse(name[..4], CultureInfo.InvariantCulture), Text(name).Replace("{identity}", engine.Identity, StringComparison.Ordinal));

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
