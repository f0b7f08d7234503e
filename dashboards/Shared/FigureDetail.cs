namespace SpIndicators.Dashboards.Shared;

/// <summary>What stands behind one number of a table whose cells have no room for it.</summary>
/// <param name="What">Of what: a contingency, an option.</param>
/// <param name="Said">The number as people read it.</param>
/// <param name="Source">Agency, series, release; "" for none.</param>
/// <param name="Flags">In words; "" for none.</param>
public sealed record FigureDetail(string Area, string What, string Said, int? Year, string Source, string Flags);
