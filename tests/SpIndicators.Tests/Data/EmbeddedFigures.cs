using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpIndicators.Tests.Data;

/// <summary>Everything under data/snapshots and pipelines/1_sources, read once for all tests.</summary>
internal static class EmbeddedFigures
{
    private const string CardSuffix = ".snapshot.json";

    private static readonly JsonSerializerOptions s_strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    public static IReadOnlyDictionary<string, SourceCard> Sources { get; } =
        Directory.EnumerateFiles(CloneFolder.SourceCards, "*.source.json", SearchOption.AllDirectories)
            .Select(Card<SourceCard>)
            .ToDictionary(card => card.SourceId);

    /// <summary>By name: "source_id/vintage".</summary>
    public static IReadOnlyDictionary<string, Snapshot> Snapshots { get; } =
        Directory.EnumerateFiles(CloneFolder.Snapshots, "*" + CardSuffix, SearchOption.AllDirectories)
            .Select(path => (Path: path, Card: Card<SnapshotCard>(path)))
            .Select(found => new Snapshot(found.Path[..^CardSuffix.Length], found.Card, SourceOf(found.Card)))
            .ToDictionary(snapshot => $"{snapshot.Card.SourceId}/{snapshot.Card.Vintage}");

    public static TheoryData<string> SnapshotNames => [.. Snapshots.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> SourceIds => [.. Sources.Keys.Order(StringComparer.Ordinal)];

    private static SourceCard SourceOf(SnapshotCard card) => Sources.TryGetValue(card.SourceId, out var source)
        ? source
        : throw new InvalidDataException($"Snapshot {card.SourceId}/{card.Vintage} has no source card.");

    private static T Card<T>(string path) => JsonSerializer.Deserialize<T>(File.ReadAllText(path), s_strict)
        ?? throw new InvalidDataException($"{path} is empty.");
}
