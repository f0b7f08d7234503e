using SpIndicators.App.Console;
using SpIndicators.Core.Provenance;
using SpIndicators.Dashboards.Exports.Documents;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Pipelines;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Exporting;

/// <summary>The briefs of all countries, with a bar that shows how far it is.</summary>
internal static class BriefBatch
{
    public static async Task<int> Print(WarehouseHome home, string language, string folder, bool verbose, TimeProvider time, CancellationToken cancellation)
    {
        if (!Language.TryParse(language, out var known))
        {
            throw new UsageException($"'{language}' is no language of the briefs: en, fr, es.");
        }

        await using var server = await ExportServer.Start(home, Settings.Of(home), verbose, time, cancellation);
        var (countries, vintage) = Known(home, time);
        var briefs = new CountryBriefs(server.Client);
        var result = await Bars.OnStandardError().StartAsync(async bars =>
        {
            var bar = bars.AddTask("Briefs", maxValue: countries.Count);
            return await briefs.Print(countries, known!, vintage, new DirectoryInfo(folder), new Progress<BriefProgress>(at => bar.Value = at.Done), cancellation);
        });
        System.Console.Out.WriteLine($"{Path.GetFullPath(folder)}: {result.Made} made, {result.Kept} there already, {result.Failures.Count} failed.");
        foreach (var failure in result.Failures)
        {
            System.Console.Error.WriteLine($"{failure.Country}: {failure.Reason}");
        }

        return result.Failures.Count == 0 ? Outcome.Done : Outcome.Failed;
    }

    /// <summary>All countries that have a brief, and the vintage they are of.</summary>
    /// <exception cref="PublishException">Nothing is published.</exception>
    internal static (IReadOnlyList<string> Countries, PublishedVintage Vintage) Known(WarehouseHome home, TimeProvider time)
    {
        using var warehouse = new PublishedWarehouse(home.Warehouse, time);
        using var session = warehouse.TryOpen() ?? throw new PublishException(warehouse.WhyNot(null));
        return (CountryBriefs.CountriesOf(session), PublishedVintage.TryParse(session.Vintage, out var vintage) ? vintage : throw new PublishException($"'{session.Vintage}' is no vintage."));
    }
}
