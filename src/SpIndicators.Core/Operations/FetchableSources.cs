namespace SpIndicators.Core.Operations;

/// <summary>A source that an agency can be asked for.</summary>
/// <param name="Title">As its card says, in English.</param>
public sealed record FetchableSource(string SourceId, string Title);

/// <summary>What a schedule or a back-fill may name, for the pages that offer it.</summary>
public interface IFetchableSources
{
    /// <summary>In the order of their ids.</summary>
    IReadOnlyList<FetchableSource> List();
}
