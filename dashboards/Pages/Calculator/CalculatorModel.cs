using Microsoft.AspNetCore.WebUtilities;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>What the calculator shows of one state: read once for an area, computed anew for every move of the reader.</summary>
public sealed class CalculatorModel
{
    private CalculatorModel()
    {
    }

    public required ViewState View { get; init; }

    public required CalculatorState State { get; init; }

    public required CalculatorWords Words { get; init; }

    /// <summary>Areas to choose from: countries and groups by name.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>Null while no area with figures is chosen.</summary>
    public CalculatorInputs? Inputs { get; private init; }

    /// <summary>An area was asked for that has no figures of a package.</summary>
    public string? AreaWithout { get; private init; }

    /// <summary>Several areas were asked for; the calculator took the first that has figures.</summary>
    public bool IsOneOfSeveral { get; private init; }

    public ScenarioResult? A { get; private init; }

    /// <summary>Null while there is one scenario.</summary>
    public ScenarioResult? B { get; private init; }

    public string Url => Urls.Calculator(View, State);

    /// <summary>The scenario whose fields are shown.</summary>
    public ScenarioResult? Edited => State.EditsB ? B : A;

    /// <summary>Of an address as <see cref="Urls.Query"/> writes it.</summary>
    public static CalculatorModel? Read(string query, PublishedWarehouse warehouse, Vocabularies vocabularies, KeptInputs kept)
    {
        var reader = new ViewStateReader(QueryHelpers.ParseQuery(query));
        var language = reader.ReadLanguage();
        WarehouseSession? frozen = null;
        var vintage = reader.ReadVintage(asked => (frozen ??= warehouse.TryOpen(asked)) is not null);
        using var session = frozen ?? warehouse.TryOpen();
        if (session is null)
        {
            return null;
        }

        var known = vocabularies.Of(session);
        var own = CalculatorParametersAttribute.ReadState(reader, known);
        return Read(session, known, reader.Read(language, vintage, known, takesGroups: true), own, kept);
    }

    public static CalculatorModel Read(WarehouseSession session, Vocabulary known, ViewState view, CalculatorState state, KeptInputs kept)
    {
        var codes = CalculatorQuery.Areas(session).ToHashSet();
        var areas = known.Areas.Values.Where(area => codes.Contains(area.RefArea)).OrderBy(area => FoldedText.Of(area.NameIn(view.Language)), StringComparer.Ordinal).ToList();
        // A group is asked for by its name or by its members; they are one budget either way.
        var asked = view.MembersOf is { } group ? view.Countries.Prepend(group).Distinct().ToList() : [.. view.Countries];
        // One calculator, one country: the first of those compared elsewhere that has figures.
        var chosen = asked.Find(codes.Contains);
        var inputs = InputsOf(chosen);
        if (state.DrawnFor != chosen && InputsOf(state.DrawnFor) is { } before)
        {
            // The form was full of another area's numbers: they are its standards, not the reader's wishes.
            state = state.Without(before);
        }

        return Of(
            view with { MembersOf = null, Countries = new(inputs is null ? asked.Take(ViewState.MostCountries) : [inputs.RefArea]) }, state, new CalculatorWords(session, known, view.Language), areas, inputs,
            inputs is null && asked.Count > 0 ? asked[0] : null, asked.Count > 1);

        CalculatorInputs? InputsOf(string? area) =>
            area is null || !codes.Contains(area) ? null : kept.Of(session, view.Language, area, !known.Areas[area].IsCountry);
    }

    /// <summary>The same area, designed otherwise: nothing is read.</summary>
    public CalculatorModel With(CalculatorState state) => Of(View, state, Words, Areas, Inputs, AreaWithout, IsOneOfSeveral);

    private static CalculatorModel Of(
        ViewState view, CalculatorState state, CalculatorWords words, IReadOnlyList<Area> areas, CalculatorInputs? inputs, string? without, bool isOneOfSeveral)
    {
        state = (inputs is null ? state : state.Without(inputs)) with { DrawnFor = null };

        return new CalculatorModel
        {
            View = view,
            State = state,
            Words = words,
            Areas = areas,
            Inputs = inputs,
            AreaWithout = without,
            IsOneOfSeveral = isOneOfSeveral,
            A = inputs is null ? null : ScenarioResults.Of(inputs, state.A),
            B = inputs is null || state.B is null ? null : ScenarioResults.Of(inputs, state.B),
        };
    }
}
