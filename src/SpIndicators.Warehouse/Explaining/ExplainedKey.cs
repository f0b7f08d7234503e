namespace SpIndicators.Warehouse.Explaining;

/// <summary>Which value is to be explained.</summary>
/// <param name="Time">A year; null for the newest there is.</param>
/// <param name="Sex">Null for the only one published, else both sexes together.</param>
/// <param name="Contingency">Null for the only one published, else at least one benefit.</param>
public sealed record ExplainedKey(string Indicator, string RefArea, int? Time, string? Sex, string? Contingency);
