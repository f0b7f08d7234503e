using SpIndicators.Pipelines;

namespace SpIndicators.App.Serving;

/// <summary>What <c>spi serve</c> was asked for.</summary>
/// <param name="Home">Snapshots, code lists and the warehouse.</param>
/// <param name="Urls">Where to listen, separated by semicolons.</param>
/// <param name="Refreshes">Whether this process rebuilds what is out of date; what is missing altogether it always builds.</param>
/// <param name="Verbose">Every request on standard error.</param>
public sealed record ServeOptions(WarehouseHome Home, string Urls, bool Refreshes, bool Verbose);
