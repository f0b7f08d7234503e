using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>A package as a reader designed it: its benefits, and the numbers that are not to be the standard ones.</summary>
public sealed class Scenario
{
    private const string None = "none";

    private readonly HashSet<string> leftOut;
    private readonly Dictionary<string, double> values;

    private Scenario(IEnumerable<string> leftOut, IReadOnlyDictionary<string, double> values) => (this.leftOut, this.values) = ([.. leftOut], new(values));

    public static Scenario Standard { get; } = new([], new Dictionary<string, double>());

    /// <summary>In the order of a life; at least one.</summary>
    public IEnumerable<string> Benefits => Knobs.Benefits.Where(Has);

    public bool IsStandard => leftOut.Count == 0 && values.Count == 0;

    public bool Has(string benefit) => !leftOut.Contains(benefit);

    /// <summary>Null for the standard.</summary>
    public double? this[Knob knob] => values.TryGetValue(knob.Name, out var value) ? value : null;

    public Scenario With(Knob knob, double? value)
    {
        var changed = new Dictionary<string, double>(values);
        if (value is { } number)
        {
            changed[knob.Name] = number;
        }
        else
        {
            changed.Remove(knob.Name);
        }

        return new(leftOut, changed);
    }

    /// <summary>With or without a benefit; the last one stays.</summary>
    public Scenario With(string benefit, bool isIn)
    {
        var left = isIn ? leftOut.Where(b => b != benefit) : leftOut.Append(benefit);
        return left.Distinct().Count() < Knobs.Benefits.Count ? new(left, values) : this;
    }

    /// <summary>Numbers that equal their standard are not written down: a form without JavaScript sends them all.</summary>
    public Scenario Without(Func<Knob, double?> standard) =>
        new(leftOut, Knobs.All.Where(knob => this[knob] is { } value && !(standard(knob) is { } usual && Knob.IsSame(usual, value))).ToDictionary(knob => knob.Name, knob => values[knob.Name]));

    public IEnumerable<(string Name, string Value)> Parameters(string prefix)
    {
        if (leftOut.Count > 0)
        {
            yield return (prefix + Urls.Benefits, string.Join('~', Benefits));
        }

        foreach (var knob in Knobs.All)
        {
            if (values.TryGetValue(knob.Name, out var value))
            {
                yield return (prefix + knob.Name, Knob.Spell(value));
            }
        }
    }

    public static Scenario Read(ViewStateReader reader, string prefix)
    {
        var benefits = ReadBenefits(reader, prefix + Urls.Benefits);
        var values = new Dictionary<string, double>();
        foreach (var knob in Knobs.All)
        {
            var parsed = reader.Take<double>(prefix + knob.Name, text => knob.Read(text) is { } value
                ? Parsed.Value(value) : Parsed.Invalid<double>(knob.IsWhole ? "calculator.ignored.whole" : "calculator.ignored.number"), knob.Bounds);
            if (parsed.HasValue)
            {
                values[knob.Name] = parsed.ValueOrDefault;
            }
        }

        return new(Knobs.Benefits.Except(benefits), values);
    }

    /// <summary>"none" comes with every form, since boxes that are not ticked are not sent at all.</summary>
    private static IReadOnlyCollection<string> ReadBenefits(ViewStateReader reader, string name)
    {
        var given = reader.TakeAll(name);
        if (given.Count == 0)
        {
            return Knobs.Benefits;
        }

        var known = new HashSet<string>();
        foreach (var code in given.SelectMany(value => value.Split(['~', '+', ' ', ','], StringSplitOptions.RemoveEmptyEntries)).Select(code => code.ToLowerInvariant()))
        {
            if (Knobs.Benefits.Contains(code))
            {
                known.Add(code);
            }
            else if (code != None)
            {
                reader.Ignore(name, code, "calculator.ignored.benefit", string.Join(", ", Knobs.Benefits));
            }
        }

        if (known.Count == 0)
        {
            reader.Ignore(name, None, "calculator.ignored.none");
            return Knobs.Benefits;
        }

        return known;
    }
}
