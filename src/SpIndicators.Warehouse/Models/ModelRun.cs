namespace SpIndicators.Warehouse.Models;

/// <summary>What running one model took.</summary>
/// <param name="Relation">What was made: <c>clean.observation</c>.</param>
/// <param name="Rows">Rows written; null for a view.</param>
/// <param name="Duration">Wall time.</param>
public sealed record ModelRun(string Relation, long? Rows, TimeSpan Duration);
