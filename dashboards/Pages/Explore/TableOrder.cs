using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>By which column the explorer's table is sorted.</summary>
public enum TableColumn
{
    /// <summary>The area's name.</summary>
    Name,

    /// <summary>The value.</summary>
    Value,

    /// <summary>The year the value is of.</summary>
    Year,
}

/// <summary>The order of the rows of the explorer's table, as a link can ask for it: <c>value</c>, <c>value-desc</c>.</summary>
public readonly record struct TableOrder(TableColumn Column, bool IsDescending)
{
    private const string Descending = "-desc";

    public override string ToString() => ExploreState.NameOf(Column) + (IsDescending ? Descending : "");

    /// <summary>What a click on a column's head asks for: that column, or the other way round where it is the one already.</summary>
    public TableOrder Clicked(TableColumn column) => new(column, column == Column ? !IsDescending : column != TableColumn.Name);

    /// <summary>For <c>aria-sort</c>; null for a column that says nothing of the order.</summary>
    public string? Said(TableColumn column) => column != Column ? null : IsDescending ? "descending" : "ascending";

    /// <summary>The rows in this order; of equal ones by name.</summary>
    public IReadOnlyList<ValueRow> Of(IEnumerable<ValueRow> rows, Func<string, string> nameOf)
    {
        string Name(ValueRow row) => FoldedText.Of(nameOf(row.RefArea));
        return Column switch
        {
            TableColumn.Value => [.. (IsDescending ? rows.OrderByDescending(row => row.ObsValue) : rows.OrderBy(row => row.ObsValue)).ThenBy(Name, StringComparer.Ordinal)],
            TableColumn.Year => [.. (IsDescending ? rows.OrderByDescending(row => row.TimePeriod) : rows.OrderBy(row => row.TimePeriod)).ThenBy(Name, StringComparer.Ordinal)],
            _ => [.. IsDescending ? rows.OrderByDescending(Name, StringComparer.Ordinal) : rows.OrderBy(Name, StringComparer.Ordinal)],
        };
    }

    internal static Parsed<TableOrder> Read(string text)
    {
        foreach (var column in Enum.GetValues<TableColumn>())
        {
            foreach (var order in new[] { new TableOrder(column, false), new TableOrder(column, true) })
            {
                if (string.Equals(order.ToString(), text, StringComparison.OrdinalIgnoreCase))
                {
                    return Parsed.Value(order);
                }
            }
        }

        return Parsed.Invalid<TableOrder>("ignored.explore.order");
    }
}
