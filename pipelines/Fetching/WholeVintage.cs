using SpIndicators.Pipelines.Fetching.Rows;

namespace SpIndicators.Pipelines.Fetching;

/// <summary>Makes of what an agency gave the lines of a whole vintage, and holds it against the card.</summary>
internal static class WholeVintage
{
    /// <returns>The lines, in order, and what is to be said of them.</returns>
    /// <exception cref="FetchException">It is less than the card says a release is, or has lines twice.</exception>
    public static (SourceRows Rows, string Notes) Of(AgencyQuestion question, SourceRows fetched)
    {
        if (question.IsWhole)
        {
            AllSeriesAreThere(question, fetched);
            if (fetched.Count < question.Way.MinRows)
            {
                throw new FetchException($"{question.Source.SourceId}: {fetched.Count} lines came of {string.Join(", ", question.Series)}; a release has at least {question.Way.MinRows}, its card says.");
            }
        }

        var rows = fetched;
        var notes = "Fetched whole.";
        if (!question.IsWhole || question.Way.KeepsOtherSeries)
        {
            (rows, notes) = Merged(question, fetched);
        }

        rows.Sort();
        if (rows.FirstRepeated() is { } repeated)
        {
            throw new FetchException($"{question.Source.SourceId}: the agency sent a line twice, word for word: {repeated}.");
        }

        return rows.Count < question.Card.MinRows
            ? throw new FetchException($"{question.Source.SourceId}: {rows.Count} lines came; a release has at least {question.Card.MinRows}, its card says.")
            : (rows, notes);
    }

    private static void AllSeriesAreThere(AgencyQuestion question, SourceRows fetched)
    {
        if (question.Source.SeriesColumn is not { } column)
        {
            return;
        }

        var missing = question.Series.Except(fetched.Distinct(column), StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            throw new FetchException($"{question.Source.SourceId}: {question.Series.Count - missing.Count} of {question.Series.Count} series came; there is no line of {string.Join(", ", missing)}.");
        }
    }

    /// <summary>The lines asked for, in the place of the same ones of the newest snapshot.</summary>
    private static (SourceRows, string) Merged(AgencyQuestion question, SourceRows fetched)
    {
        var isAsked = fetched.IsOf(question.YearFrom, question.YearTo);
        var taken = question.IsWhole ? fetched : fetched.Where(isAsked);
        var years = question.IsWhole ? "" : $"{question.YearFrom?.ToString("0", null) ?? "the first year"} to {question.YearTo?.ToString("0", null) ?? "the last"}";
        if (taken.Count == 0)
        {
            throw new FetchException($"{question.Source.SourceId}: the agency has no line of {years}.");
        }

        if (question.Newest is not { } newest)
        {
            return question.IsWhole
                ? (taken, "Only the series this service has; there was no earlier snapshot to take the others from.")
                : (taken, $"Only {years}; there was no earlier snapshot to take the other years from.");
        }

        var series = question.Way.KeepsOtherSeries ? question.Series.ToHashSet(StringComparer.Ordinal) : null;
        var seriesPlace = question.Source.SeriesColumn is { } column ? fetched.Place(column) : -1;
        bool IsReplaced(string[] row) => (question.IsWhole || isAsked(row)) && (series is null || series.Contains(row[seriesPlace]));
        var kept = SnapshotRows.Read(newest, question.Source, fetched.Columns).Where(row => !IsReplaced(row));
        var what = string.Join(" and ", new[] { years, series is null ? "" : $"the series {string.Join(", ", question.Series)}" }.Where(w => w.Length > 0));
        return (kept.And(taken), $"Only {what} fetched ({taken.Count} lines); the other {kept.Count} lines are those of vintage {newest.Vintage}.");
    }
}
