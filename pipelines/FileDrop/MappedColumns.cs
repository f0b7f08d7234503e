using SpIndicators.Core.Operations;

namespace SpIndicators.Pipelines.FileDrop;

/// <summary>Where the parts of a figure are in the rows of a sheet.</summary>
internal sealed class MappedColumns
{
    private static readonly DropPart[] Needed = [DropPart.Area, DropPart.Contingency, DropPart.Sex, DropPart.Year, DropPart.Value];
    private readonly Dictionary<DropPart, (int Place, string? Constant)> places = [];

    /// <exception cref="DropException">The file has no row of that number.</exception>
    public MappedColumns(SheetRows sheet, DropMapping mapping)
    {
        var header = sheet.Rows.FirstOrDefault(row => row.Number == mapping.HeaderRow).Cells
            ?? throw new DropException($"Row {mapping.HeaderRow} is to have the names of the columns, and is empty or not there. The first row that is not empty is row {sheet.Rows[0].Number}.");
        Names = NamesOf(header, sheet.Rows.Where(row => row.Number > mapping.HeaderRow).Select(row => row.Cells.Length).DefaultIfEmpty().Max());
        Body = sheet.Rows.Where(row => row.Number > mapping.HeaderRow);
        foreach (var (part, column) in Chosen(mapping))
        {
            Place(part, column);
        }
    }

    /// <summary>Of all columns: in the header, else the letter.</summary>
    public IReadOnlyList<string> Names { get; }

    public IEnumerable<(int Number, string[] Cells)> Body { get; }

    /// <summary>Choices that cannot be.</summary>
    public List<DropFault> Faults { get; } = [];

    /// <summary>As the file names it; null where it is the same for all rows.</summary>
    public string? NameOf(DropPart part) => places[part].Place >= 0 ? Names[places[part].Place] : null;

    /// <summary>What a row has; empty where it has nothing.</summary>
    public string Text(DropPart part, string[] cells)
    {
        var (place, constant) = places[part];
        return constant ?? (place >= 0 && place < cells.Length ? cells[place] : "");
    }

    private void Place(DropPart part, DropColumn column)
    {
        var place = -1;
        if (!string.IsNullOrWhiteSpace(column.Column))
        {
            place = Names.ToList().IndexOf(column.Column);
            if (place < 0)
            {
                Faults.Add(new DropFault(0, part, column.Column, null, DropFaultKind.NoSuchColumn, string.Join(", ", Names)));
            }
        }
        else if (!column.IsTold && Needed.Contains(part))
        {
            Faults.Add(new DropFault(0, part, null, null, DropFaultKind.NotChosen, null));
        }

        places[part] = (place, place < 0 && string.IsNullOrWhiteSpace(column.Column) ? column.Constant?.Trim() : null);
    }

    private static IEnumerable<(DropPart, DropColumn)> Chosen(DropMapping mapping) =>
    [
        (DropPart.Area, mapping.Area), (DropPart.Contingency, mapping.Contingency), (DropPart.Sex, mapping.Sex), (DropPart.Year, mapping.Year),
        (DropPart.Value, mapping.Value), (DropPart.Status, mapping.Status), (DropPart.Note, mapping.Note),
    ];

    private static List<string> NamesOf(string[] header, int width)
    {
        var names = new List<string>();
        for (var i = 0; i < Math.Max(header.Length, width); i++)
        {
            var name = i < header.Length && header[i].Length > 0 ? header[i] : Letters(i);
            // Of two columns of one name the second is found by its letter.
            names.Add(names.Contains(name) ? $"{name} ({Letters(i)})" : name);
        }

        return names;
    }

    private static string Letters(int place) => place < 26 ? $"{(char)('A' + place)}" : Letters((place / 26) - 1) + Letters(place % 26);
}
