using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SpIndicators.Tests.Pipelines;

/// <summary>
/// A small reckoner for the formulas of our workbooks, made independently of what wrote them: + − × ÷, brackets, cells, ranges,
/// and the functions SUM, COUNT, SUMPRODUCT (of two columns), MIN, MAX, IF, ISNUMBER. Null is an empty cell or text.
/// </summary>
internal sealed class WorkbookCells
{
    private readonly Dictionary<string, (string? Formula, double? Value)> cells = [];
    private readonly Dictionary<string, double?> computed = [];

    public WorkbookCells(SpreadsheetDocument document)
    {
        foreach (var sheet in document.WorkbookPart!.Workbook.Descendants<Sheet>())
        {
            foreach (var cell in ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Cell>())
            {
                var isNumber = cell.DataType is null && cell.CellValue is not null;
                cells[$"{sheet.Name!.Value}!{cell.CellReference!.Value}"] = (cell.CellFormula?.Text, isNumber ? Number(cell.CellValue!.Text) : null);
            }
        }
    }

    public IReadOnlyList<string> Formulas => [.. cells.Where(cell => cell.Value.Formula is not null).Select(cell => cell.Key)];

    /// <summary>The value that lies beside the formula.</summary>
    public double? Kept(string cell) => cells[cell].Value;

    public void Change(string cell, double value)
    {
        cells[cell] = (null, value);
        computed.Clear();
    }

    public double? Compute(string cell)
    {
        var plain = cell.Replace("$", "", StringComparison.Ordinal);
        return !cells.TryGetValue(plain, out var found) ? null
            : found.Formula is null ? found.Value
            : computed.TryGetValue(plain, out var known) ? known
            : computed[plain] = new Reckoner(found.Formula, cell[..cell.IndexOf('!')], this).Whole();
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private sealed class Reckoner(string formula, string sheet, WorkbookCells cells)
    {
        private int at;

        public double? Whole()
        {
            var value = Sum();
            return at == formula.Length ? value : throw new FormatException($"'{formula}' goes on at {at}: {formula[at..]}");
        }

        private double? Sum()
        {
            var value = Product();
            while (at < formula.Length && formula[at] is '+' or '-')
            {
                value = formula[at++] == '+' ? value + Product() : value - Product();
            }

            return value;
        }

        private double? Product()
        {
            var value = Factor();
            while (at < formula.Length && formula[at] is '*' or '/')
            {
                value = formula[at++] == '*' ? value * Factor() : value / Factor();
            }

            return value;
        }

        private double? Factor()
        {
            switch (formula[at])
            {
                case '(':
                    at++;
                    var inside = Sum();
                    Take(')');
                    return inside;
                case '"':
                    at = formula.IndexOf('"', at + 1) + 1;
                    return null;
                case >= '0' and <= '9':
                    return Number(Word(c => char.IsDigit(c) || c == '.'));
                default:
                    var name = Word(c => char.IsLetterOrDigit(c) || c is '!' or '$' or ':');
                    return at < formula.Length && formula[at] == '(' ? Function(name) : cells.Compute(Full(name));
            }
        }

        private double? Function(string name)
        {
            Take('(');
            if (name is "SUM" or "COUNT" or "SUMPRODUCT")
            {
                var ranges = Word(c => c != ')').Split(',').Select(range => Range(range).ToList()).ToList();
                Take(')');
                return name == "SUM" ? ranges[0].Sum()
                    : name == "COUNT" ? ranges[0].Count(value => value is not null)
                    : ranges[0].Zip(ranges[1], (one, other) => (one ?? 0) * (other ?? 0)).Sum();
            }

            var given = new List<double?> { Sum() };
            while (formula[at] == ',')
            {
                at++;
                given.Add(Sum());
            }

            Take(')');
            return name switch
            {
                "MIN" => given.Min(),
                "MAX" => given.Max(),
                "ISNUMBER" => given[0] is null ? 0 : 1,
                "IF" => given[0] != 0 ? given[1] : given[2],
                _ => throw new FormatException($"The function {name} is not known."),
            };
        }

        private IEnumerable<double?> Range(string range)
        {
            var (from, to) = (Full(range.Split(':')[0].Replace("$", "", StringComparison.Ordinal)), range.Split(':')[1].Replace("$", "", StringComparison.Ordinal));
            var column = from.TrimEnd([.. "0123456789"]);
            var (first, last) = (int.Parse(from[column.Length..], CultureInfo.InvariantCulture), int.Parse(to.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture));
            return Enumerable.Range(first, last - first + 1).Select(row => cells.Compute($"{column}{row}"));
        }

        private string Full(string name) => name.Contains('!', StringComparison.Ordinal) ? name : $"{sheet}!{name}";

        private string Word(Func<char, bool> belongs)
        {
            var from = at;
            while (at < formula.Length && belongs(formula[at]))
            {
                at++;
            }

            return formula[from..at];
        }

        private void Take(char expected) =>
            at = formula[at] == expected ? at + 1 : throw new FormatException($"'{formula}' has no {expected} at {at}.");
    }
}
