using SpIndicators.Core.Provenance;
using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.State;

/// <summary>
/// What a page shows, all of it: the URL says nothing else, and says it wholly (<see cref="Urls"/> spells it,
/// <see cref="ViewStateReader"/> reads it). What equals <see cref="Default"/> is not written.
/// </summary>
public sealed record ViewState
{
    /// <summary>More lines than this cannot be told apart in one chart.</summary>
    public const int MostCountries = 8;

    /// <summary>Years; the age at which a "latest" value becomes too old to be shown as such.</summary>
    public const int DefaultMaxAge = 5;
    public const int OldestMaxAge = 30;

    public static ViewState Default { get; } = new();

    /// <summary>Areas chosen for comparison: ISO3 codes, or a group's own code. In the order they were chosen.</summary>
    public CountryList Countries { get; init; } = CountryList.Empty;

    /// <summary>A group whose members are compared, however many they are; null for none (<see cref="TakesGroupsAttribute"/>).</summary>
    public string? MembersOf { get; init; }

    public string Contingency { get; init; } = "TOTAL";

    /// <summary><c>_T</c>, <c>F</c> or <c>M</c>, as in the data.</summary>
    public string Sex { get; init; } = "_T";

    public TimeSelection Time { get; init; } = TimeSelection.Latest;

    public Measure Measure { get; init; } = Measure.Gap;

    public int MaxAge { get; init; } = DefaultMaxAge;

    /// <summary>Null for the default release.</summary>
    public ReleaseKey? Release { get; init; }

    public Language Language { get; init; } = Language.English;

    /// <summary>A frozen link: the published warehouse to read. Null for the current one.</summary>
    public PublishedVintage? Vintage { get; init; }
}
