namespace SpIndicators.Pipelines.Fetching.Rows;

/// <summary>Keeps count while an answer is read in pages: it must stay one answer from the first page to the last.</summary>
/// <param name="Number">Of the page read last, from 1; 0 before the first.</param>
/// <param name="Pages">How many there are, as each page says.</param>
/// <param name="Total">Rows of all pages, as each page says.</param>
/// <param name="Read">Rows so far.</param>
internal readonly record struct PageCount(long Number, long Pages, long Total, long Read)
{
    public bool HasMore => Number < Pages;

    /// <exception cref="FetchException">The answer changed while it was read, or is not what it says it is.</exception>
    public PageCount Next(long number, long pages, long total, long rows)
    {
        if (number != Number + 1)
        {
            throw new FetchException($"is page {number} where page {Number + 1} was asked for");
        }

        if (Number > 0 && (pages, total) != (Pages, Total))
        {
            throw new FetchException($"says {total} rows on {pages} pages where the page before said {Total} on {Pages}: the data changed while they were read");
        }

        if (total == 0 || rows == 0)
        {
            throw new FetchException(total == 0 ? "has no rows" : $"has no rows on page {number} of {pages}");
        }

        var now = new PageCount(number, pages, total, Read + rows);
        return now.Read > total || (!now.HasMore && now.Read != total)
            ? throw new FetchException($"makes {now.Read} rows up to page {number} of {pages}, where {total} were promised in all")
            : now;
    }
}
