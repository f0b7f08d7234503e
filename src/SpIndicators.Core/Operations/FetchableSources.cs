namespace SpIndicators.Core.Operations;

/// <summary>A source that an agency can be asked for.</summary>
/// <param name="Title">As its card says, in English.</param>
/// <param name="IsUnverified">No answer of its agency was ever recorded: nobody knows yet whether asking works.</param>
public sealed record FetchableSource(string SourceId, string Title, bool IsUnverified = false);

/// <summary>What a schedule or a back-fill may name, for the pages that offer it.</summary>
public interface IFetchableSources
{
    /// <summary>In the order of their ids.</summary>
    IReadOnlyList<FetchableSource> List();
}
