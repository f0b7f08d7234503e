using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Search;

/// <summary>What somebody looks for: text to compare and to show, never markup.</summary>
public sealed record SearchState(string Text) : IPageState
{
    public bool IsEndless => Text.Length > 0;

    public IEnumerable<(string Name, string Value)> Parameters()
    {
        if (Text.Length > 0)
        {
            yield return (Urls.Search, Text);
        }
    }
}

/// <summary>Reads <see cref="SearchState"/>.</summary>
public sealed class SearchParametersAttribute : PageParametersAttribute
{
    /// <summary>Letters; no name is longer.</summary>
    public const int Longest = 100;

    public override IPageState Read(ViewStateReader reader, Vocabulary known) => new SearchState(reader.Take(Urls.Search, text =>
        text.Length <= Longest ? Parsed.Value(text) : Parsed.Invalid<string>("ignored.long"), $"{Longest}").Or(""));
}
