using System.Globalization;

namespace SpIndicators.Dashboards.Charts;

/// <summary>A sign above the lines of a chart: one ratification, or all reforms of a year.</summary>
/// <param name="X">In percent of the drawing's width.</param>
/// <param name="Row">Rows of signs lie over each other; 0 is the lowest.</param>
/// <param name="Label">Beside the sign: words, or the numbers in the list under the chart.</param>
public sealed record LineEvent(IReadOnlyList<ChartEvent> Events, double X, int Row, string Label)
{
    /// <summary>Reforms drawn at most, the latest ones: more signs would say nothing to the eye. The list has all.</summary>
    public const int MostReforms = 9;

    // A telephone's drawing is some 290 pixels wide; a letter takes 6.5 of them, a sign and its air 18.
    private const double LetterWidth = 6.5 / 2.9;
    private const double SignWidth = 18 / 2.9;

    public ChartEventKind Kind => Events[0].Kind;

    public bool IsUncertain => Events.Any(happened => happened.IsUncertain);

    /// <summary>The label stands before the sign, where there is more room.</summary>
    public bool IsLabelBefore => X > 50;

    private double From => IsLabelBefore ? X - Width : X - (SignWidth / 2);

    private double To => IsLabelBefore ? X + (SignWidth / 2) : X + Width;

    private double Width => SignWidth + (Label.Length * LetterWidth);

    /// <summary>Reforms that are drawn, in the order of years, with the number they bear there and in the list.</summary>
    public static IReadOnlyDictionary<ChartEvent, int> Numbers(IReadOnlyList<ChartEvent> events, ChartAxis years)
    {
        var drawn = events.Where(happened => happened.Kind == ChartEventKind.Reform && IsWithin(happened, years)).OrderBy(happened => happened.Year).TakeLast(MostReforms);
        return new Dictionary<ChartEvent, int>(drawn.Select((happened, i) => KeyValuePair.Create(happened, i + 1)), ReferenceEqualityComparer.Instance);
    }

    /// <summary>Signs of the events within the years drawn, none over the label of another.</summary>
    public static IReadOnlyList<LineEvent> Place(IReadOnlyList<ChartEvent> events, ChartAxis years)
    {
        var numbers = Numbers(events, years);
        var wanted = events.Where(happened => happened.Kind == ChartEventKind.Ratification && IsWithin(happened, years))
            .OrderBy(happened => happened.Year)
            .Select(happened => new LineEvent([happened], years.ShareOf(happened.Year), 0, happened.Label))
            .Concat(numbers.Keys.OrderBy(happened => numbers[happened]).GroupBy(happened => happened.Year)
                .Select(year => new LineEvent([.. year], years.ShareOf(year.Key), 0, Range([.. year.Select(happened => numbers[happened])]))));
        var placed = new List<LineEvent>();
        foreach (var sign in wanted)
        {
            var row = Enumerable.Range(0, placed.Count + 1).First(r => placed.Where(other => other.Row == r).All(other => other.To <= sign.From || sign.To <= other.From));
            placed.Add(sign with { Row = row });
        }

        return placed;
    }

    private static bool IsWithin(ChartEvent happened, ChartAxis years) => happened.Year >= years.Min && happened.Year <= years.Max;

    private static string Range(List<int> numbers) => numbers.Count == 1 ? Digits(numbers[0]) : $"{Digits(numbers[0])}–{Digits(numbers[^1])}";

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
