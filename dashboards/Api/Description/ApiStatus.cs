namespace SpIndicators.Dashboards.Api.Description;

/// <summary>A status the API may answer with, in words.</summary>
/// <param name="Answers">Media types of its body; problem details unless something else is said, none for no body.</param>
internal sealed record ApiStatus(int Code, string Meaning, IReadOnlyList<string>? Answers = null)
{
    public const string ProblemType = "application/problem+json";

    public static readonly ApiStatus BadQuestion = new(400, "A parameter is not as it should be.");
    public static readonly ApiStatus Nothing = new(404, "There is nothing at this address.");
    public static readonly ApiStatus OtherFormat = new(406, "Not in the format asked for.");
    public static readonly ApiStatus TooLarge = new(422, "The table does not fit into a worksheet.");
    public static readonly ApiStatus NotMade = new(501, "The standard knows it, this program does not make it.");
    public static readonly ApiStatus Moved = new(302, "Of latest: leads to the newest edition (Location).", []);
    public static readonly ApiStatus Part = new(206, "The part that Range asks for.", ["application/octet-stream"]);
    public static readonly ApiStatus NoSuchPart = new(416, "The file has no such part.", []);

    /// <summary>Of every address.</summary>
    public static readonly IReadOnlyList<ApiStatus> Everywhere =
    [
        new(304, "The answer you have (If-None-Match) is still good.", []), new(405, "The API is only read."),
        new(429, "Too many questions, or too many downloads at a time. Retry-After says when to ask again."),
        new(503, "Not now: the figures are being built for the first time, or others are having files made. Retry-After says when to ask again."),
    ];
}
