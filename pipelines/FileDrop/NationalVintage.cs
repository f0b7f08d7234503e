using System.Globalization;
using SpIndicators.Core.Operations;
using SpIndicators.Pipelines.Fetching.Landing;
using SpIndicators.Pipelines.Fetching.Rows;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Pipelines.FileDrop;

/// <summary>Makes a whole vintage of national figures: those at hand, without what the new file replaces, and the new ones.</summary>
internal static class NationalVintage
{
    /// <returns>The rows, in order, and how many of them are of the vintage before.</returns>
    /// <exception cref="DropException">Another producer has one of the figures already.</exception>
    public static (SourceRows Rows, int Kept) Of(SourceCard source, Snapshot? newest, IReadOnlyList<DropRow> brought, DropOrigin origin)
    {
        var rows = new SourceRows(source, source.Columns);
        foreach (var row in brought)
        {
            rows.Add(column => Text(column, row, origin));
        }

        var kept = Kept(source, newest, rows, origin);
        RefuseAnothersFigures(source, kept, rows);
        var all = kept.And(rows);
        all.Sort();
        return (all, kept.Count);
    }

    public static LandedCard Card(SourceCard source, SourceRows rows, string notes, DateTimeOffset now) => new()
    {
        SourceId = source.SourceId,
        ReleasedOn = DateOnly.FromDateTime(now.UtcDateTime),
        ReleasedOnBasis = "Day on which it was uploaded.",
        RetrievedAt = now,
        Producer = string.Join("; ", rows.Distinct("producer").Order(StringComparer.Ordinal)),
        Title = source.Title,
        Citation = string.Join("; ", rows.Distinct("citation").Order(StringComparer.Ordinal)),
        Licence = string.Join("; ", rows.Distinct("licence").Order(StringComparer.Ordinal)),
        TermsUrl = null,
        Url = null,
        Etag = null,
        LastModified = null,
        ReadFrom = "a file that staff uploaded",
        Notes = notes,
        Requests = [],
    };

    private static SourceRows Kept(SourceCard source, Snapshot? newest, SourceRows brought, DropOrigin origin)
    {
        if (newest is null)
        {
            return new SourceRows(source, source.Columns);
        }

        var countries = brought.Distinct("ref_area");
        var before = SnapshotRows.Read(newest, source, source.Columns);
        var (area, producer) = (before.Place("ref_area"), before.Place("producer"));
        return before.Where(row => !(countries.Contains(row[area]) && string.Equals(row[producer], origin.Producer, StringComparison.OrdinalIgnoreCase)));
    }

    private static void RefuseAnothersFigures(SourceCard source, SourceRows kept, SourceRows brought)
    {
        int[] key = [.. source.Key.Select(brought.Place)];
        string KeyOf(string[] row) => string.Join(", ", key.Select(place => row[place]));
        var owners = kept.Rows.ToDictionary(KeyOf, row => row[kept.Place("producer")], StringComparer.Ordinal);
        var clashes = brought.Rows.Select(KeyOf).Where(owners.ContainsKey).ToList();
        if (clashes is [var first, ..])
        {
            throw new DropException(
                $"'{owners[first]}' has a figure of {first} already{(clashes.Count > 1 ? $", and {clashes.Count - 1} more of those in the file" : "")}. One figure has one producer: leave these rows out, or name the producer as before. Nothing was uploaded.");
        }
    }

    private static string Text(string column, DropRow row, DropOrigin origin) => column switch
    {
        "ref_area" => row.RefArea!,
        "contingency" => row.Contingency!,
        "sex" => row.Sex!,
        "time" => row.Year!.Value.ToString(CultureInfo.InvariantCulture),
        "obs_value" => row.Value!.Value.ToString("0.############################", CultureInfo.InvariantCulture),
        "obs_status" => row.Status ?? "",
        "producer" => origin.Producer,
        "citation" => origin.Citation,
        "licence" => origin.Licence,
        "note" => row.Note ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "A column of the card that no upload has."),
    };
}
