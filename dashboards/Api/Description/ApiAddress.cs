namespace SpIndicators.Dashboards.Api.Description;

/// <summary>An address of the API as its description tells it.</summary>
/// <param name="Id">A name for programs made from the description.</param>
/// <param name="Path">With the parameters that stand in it between braces.</param>
/// <param name="Answers">Media types it answers with.</param>
/// <param name="Examples">Addresses that work on every installation; a test asks them all.</param>
/// <param name="Row">Of JSON with rows: their type, from which the schema is made.</param>
internal sealed record ApiAddress(
    string Id, string Path, string Title, string Meaning, IReadOnlyList<ApiParameter> Parameters, IReadOnlyList<string> Answers, IReadOnlyList<string> Examples, Type? Row = null)
{
    /// <summary>What one answer is, where it is no list of rows.</summary>
    public Type? Whole { get; init; }

    /// <summary>What stands beside the rows.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>How it may answer besides 200, and besides what <see cref="ApiStatus"/> says of every address.</summary>
    public IReadOnlyList<ApiStatus> Statuses { get; init; } = [];
}
