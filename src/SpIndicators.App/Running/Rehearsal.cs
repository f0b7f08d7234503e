using Dapper;
using SpIndicators.Core.Operations;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Fetching;

namespace SpIndicators.App.Running;

/// <summary>What a run would ask for and replace, without asking or replacing.</summary>
internal sealed class Rehearsal(WarehouseHome home, SourceFetching fetching, RunSteps steps)
{
    public async Task<RunEnd> Run(RefreshRequest request)
    {
        var sources = request.Sources.Count > 0 ? request.Sources : fetching.Fetchable;
        foreach (var source in sources)
        {
            await steps.Log("info", $"{source}: {Sentence(source, request)}");
            foreach (var address in fetching.Fetchable.Contains(source) ? fetching.Plan(source, request.YearFrom, request.YearTo) : [])
            {
                await steps.Log("info", $"{source}: would ask {address}");
            }
        }

        return new RunEnd(RunState.NoNewData, $"A rehearsal of {sources.Count} sources: nothing was asked for and nothing changed. The log says what would be.");
    }

    private string Sentence(string source, RefreshRequest request)
    {
        if (!fetching.Fetchable.Contains(source))
        {
            return "has no address to be fetched from; it would be a failure.";
        }

        var years = (request.YearFrom, request.YearTo) switch
        {
            (null, null) => "all years",
            var (from, to) => FormattableString.Invariant($"the years {from ?? 1900} to {to ?? 2100}"),
        };
        return home.Warehouse.Current() is { } current
            ? FormattableString.Invariant($"would ask for {years}, of which {Held(home.Warehouse.FileOf(current), source, request)} figures are held now, and make a new release of it.")
            : $"would ask for {years} and make a first release of it.";
    }

    private static long Held(string file, string source, RefreshRequest request)
    {
        using var connection = DuckDbProvider.Open(DuckDbOptions.ToRead(file));
        return connection.ExecuteScalar<long>($"""
            select count(*) from clean."obs_{source}" where is_newest and time_period between $from and $to
            """, new { from = request.YearFrom ?? 1900, to = request.YearTo ?? 2100 });
    }
}
