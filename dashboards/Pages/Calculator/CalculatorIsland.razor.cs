using Microsoft.AspNetCore.Components;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>
/// The island of the calculator. Its one parameter is the page's address, short because it travels in the page; figures are read
/// when the area changes, and kept while numbers move.
/// </summary>
public sealed partial class CalculatorIsland : ComponentBase
{
    /// <summary>The page's query, as <see cref="Urls.Query"/> writes it.</summary>
    [Parameter, EditorRequired]
    public required string Query { get; set; }

    [Inject]
    public required PublishedWarehouse Warehouse { get; set; }

    [Inject]
    public required Vocabularies Vocabularies { get; set; }

    [Inject]
    public required KeptInputs Kept { get; set; }

    private CalculatorModel? Model { get; set; }

    protected override void OnParametersSet() => Model = CalculatorModel.Read(Query, Warehouse, Vocabularies, Kept);

    private void Show(CalculatorState state) => Model = Model!.With(state);

    private void Choose(string area)
    {
        var view = Model!.View with { Countries = area.Length == 0 ? State.CountryList.Empty : new([area]) };
        Model = CalculatorModel.Read(Urls.Query(view, Model.State), Warehouse, Vocabularies, Kept);
    }
}
