using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Shared;

/// <summary>
/// The island of <see cref="CountryPicker"/>. Its parameters are short because they travel in the page; the names are
/// read here, on the server, from the vintage the address names.
/// </summary>
public sealed partial class CountryChoices : ComponentBase
{
    private string search = "";
    private IReadOnlyList<Option> options = [];

    /// <summary>The page's path.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>The page's query, as <see cref="Urls.Query"/> writes it.</summary>
    [Parameter, EditorRequired]
    public required string Query { get; set; }

    /// <summary>What the page is asked besides the view: carried along, not understood.</summary>
    [Parameter]
    public string Own { get; set; } = "";

    [Inject]
    public required PublishedWarehouse Warehouse { get; set; }

    [Inject]
    public required Vocabularies Vocabularies { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private ViewState State { get; set; } = ViewState.Default;

    private CarriedParameters Carried { get; set; } = new([]);

    private Texts T { get; set; } = Texts.In(Language.English);

    private bool IsFull => State.Countries.Count >= ViewState.MostCountries;

    private string Status => IsFull
        ? T["picker.full", T.Format.Whole(ViewState.MostCountries)]
        : T.Count("picker.found", Found.Sum(group => group.Count()));

    /// <summary>Groups of countries first, then countries, each by name; what is searched for anywhere in any language's name.</summary>
    private IEnumerable<IGrouping<bool, Option>> Found
    {
        get
        {
            var folded = FoldedText.Of(search.Trim());
            return options.Where(o => folded.Length == 0 || o.Folded.Contains(folded, StringComparison.Ordinal)).GroupBy(o => o.IsCountry).OrderBy(g => g.Key);
        }
    }

    protected override void OnParametersSet()
    {
        var reader = new ViewStateReader(QueryHelpers.ParseQuery(Query));
        var language = reader.ReadLanguage();
        WarehouseSession? frozen = null;
        var vintage = reader.ReadVintage(asked => (frozen = Warehouse.TryOpen(asked)) is not null);
        using var session = frozen ?? Warehouse.TryOpen();
        if (session is null)
        {
            return;
        }

        var known = Vocabularies.Of(session);
        State = reader.Read(language, vintage, known, takesGroups: true);
        Carried = CarriedParameters.Of(Own);
        T = Texts.In(language);
        options = [.. known.Areas.Values.Where(area => area.HasCoverage).Select(area => Option.Of(area, language)).OrderBy(o => o.SortKey, StringComparer.Ordinal)];
    }

    private void Choose(Option option, bool isChosen)
    {
        var countries = isChosen ? State.Countries.With(option.RefArea) : State.Countries.Without(option.RefArea);
        if (countries.Count > ViewState.MostCountries)
        {
            return;
        }

        State = State with { Countries = countries };
        Navigation.NavigateTo(Urls.Of(Path, State, Carried), new NavigationOptions { ReplaceHistoryEntry = true });
    }

    private bool IsChosen(Option option) => State.Countries.Contains(option.RefArea);

    /// <summary>Whose group it is: the ILO's codes begin with X, those of the United Nations are numbers.</summary>
    private static string Agency(Area area, Language language) => area.RefArea[0] switch
    {
        'X' => language.Pick("ILO", "OIT", "OIT"),
        >= '0' and <= '9' => language.Pick("UN", "ONU", "ONU"),
        _ => area.RefArea,
    };

    private sealed record Option(string RefArea, string Name, bool IsCountry, string SortKey, string Folded)
    {
        public static Option Of(Area area, Language language)
        {
            // Two agencies have a "Western Africa": the name alone would not tell which.
            var name = area.IsCountry ? area.NameIn(language) : $"{area.NameIn(language)} ({Agency(area, language)})";
            return new(area.RefArea, name, area.IsCountry, FoldedText.Of(name), FoldedText.Of($"{area.NameEn}\n{area.NameFr}\n{area.NameEs}\n{area.RefArea}"));
        }
    }
}
