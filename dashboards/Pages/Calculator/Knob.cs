using System.Globalization;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>A number of a scenario that the reader may set.</summary>
/// <param name="Name">In the address: <c>child.level</c>.</param>
/// <param name="Benefit">Null for what all benefits share.</param>
/// <param name="Parameter">Its standard, in <c>reference.package_parameter</c>; null where it has none there.</param>
public sealed record Knob(string Name, string? Benefit, string? Parameter, double Min, double Max, double Step)
{
    /// <summary>What it is, whichever benefit it belongs to: <c>level</c>, <c>months</c>, <c>admin</c>.</summary>
    public string Kind => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>The option of fiscal space it is taken from; null for all other numbers.</summary>
    public string? Option => Name.StartsWith(MixPrefix, StringComparison.Ordinal) ? Name[MixPrefix.Length..] : null;

    internal const string MixPrefix = "mix.";

    public bool IsWhole => Step == Math.Floor(Step);

    /// <summary>Bounds as an address spells numbers: "5–200".</summary>
    public string Bounds => $"{Spell(Min)}–{Spell(Max)}";

    /// <summary>Two digits are finer than any of these numbers is known.</summary>
    public static string Spell(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>An address does not tell the two apart.</summary>
    public static bool IsSame(double one, double other) => Spell(one) == Spell(other);

    /// <summary>Null for what is no number within the bounds.</summary>
    public double? Read(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= Min && value <= Max
            && (!IsWhole || value == Math.Floor(value)) ? Math.Round(value, 2) : null;
}

/// <summary>All numbers of a scenario, in the order of the address.</summary>
public static class Knobs
{
    /// <summary>The five cash benefits of the floor package, in the order of a life.</summary>
    public static readonly IReadOnlyList<string> Benefits = ["child", "maternity", "disability", "unemployment", "oldage"];

    /// <summary>Options of fiscal space that may have an amount; the others have none by the rules (<c>indicators.fiscal_option</c>).</summary>
    public static readonly IReadOnlyList<string> Options = ["contributions", "tax", "military", "fuel_subsidies", "reserves", "aid"];

    /// <summary>Children up to and with this age.</summary>
    public static readonly Knob ChildTo = new("child.to", "child", "child_age_to", 0, 17, 1);

    /// <summary>Older persons from this age; above 65 the population is published in one band.</summary>
    public static readonly Knob OldAgeFrom = new("oldage.from", "oldage", "oldage_age_from", 50, 65, 1);

    public static readonly Knob Prevalence = new("disability.prevalence", "disability", "disability_prevalence", 0.1, 20, 0.1);

    /// <summary>Per cent added to benefits.</summary>
    public static readonly Knob Administration = new("admin", null, "admin_cost", 0, 30, 0.5);

    /// <summary>International dollars a person and day; which parameter is its standard depends on the income group.</summary>
    public static readonly Knob Line = new("line", null, null, 0.5, 40, 0.1);

    /// <summary>The year in which the target is reached.</summary>
    public static readonly Knob By = new("by", null, null, 2026, 2030, 1);

    public static readonly IReadOnlyList<Knob> All =
    [
        .. Benefits.SelectMany(OfBenefit), Administration, Line, By, .. Options.Select(option => new Knob(Knob.MixPrefix + option, null, null, 0, 20, 0.01)),
    ];

    private static readonly Dictionary<string, Knob> ByName = All.ToDictionary(knob => knob.Name);

    public static Knob Level(string benefit) => ByName[$"{benefit}.level"];

    public static Knob Months(string benefit) => ByName[$"{benefit}.months"];

    /// <summary>Per cent of the persons concerned who are to be reached.</summary>
    public static Knob Target(string benefit) => ByName[$"{benefit}.target"];

    /// <summary>Per cent of GDP a year taken from an option.</summary>
    public static Knob Mix(string option) => ByName[Knob.MixPrefix + option];

    public static IEnumerable<Knob> Of(string benefit) => All.Where(knob => knob.Benefit == benefit);

    private static IEnumerable<Knob> OfBenefit(string benefit)
    {
        yield return new($"{benefit}.level", benefit, $"{benefit}_level", 5, 200, 1);
        if (benefit is "child" or "oldage" or "disability")
        {
            yield return benefit == "child" ? ChildTo : benefit == "oldage" ? OldAgeFrom : Prevalence;
        }

        yield return new($"{benefit}.months", benefit, $"{benefit}_months", 1, 12, 1);
        yield return new($"{benefit}.target", benefit, null, 1, 100, 1);
    }
}
