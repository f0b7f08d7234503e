using SpIndicators.Pipelines;

namespace SpIndicators.App.Serving;

/// <summary>What <c>spi serve</c> was asked for.</summary>
/// <param name="Home">Snapshots, code lists and the warehouse.</param>
/// <param name="Urls">Where to listen, separated by semicolons.</param>
/// <param name="Builds">Whether this process builds what is missing or out of date.</param>
/// <param name="Verbose">Every request on standard error.</param>
public sealed record ServeOptions(WarehouseHome Home, string Urls, bool Builds, bool Verbose);
