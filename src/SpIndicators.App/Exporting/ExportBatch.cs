using System.Collections.Concurrent;
using System.Text.Json;
using SpIndicators.App.Console;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Pipelines;
using Spectre.Console;

namespace SpIndicators.App.Exporting;

/// <summary>
/// Makes all parts of a <see cref="WholeExport"/> that are not in the folder yet, with a bar. A part that cannot be made is
/// named, and none is there in half.
/// </summary>
internal sealed class ExportBatch
{
    private readonly ExportServer server;
    private readonly string folder;
    private readonly ConcurrentBag<(string File, string Why)> failures = [];
    private readonly ConcurrentBag<ExportPart> nothing = [];
    private int made;
    private int kept;
    private bool hasNoBrowser;

    private ExportBatch(ExportServer server, string folder) => (this.server, this.folder) = (server, folder);

    /// <param name="countries">Codes with commas; null: all.</param>
    /// <param name="languages">Codes with commas.</param>
    /// <param name="folder">Null: named after the vintage, where the verb is called.</param>
    /// <exception cref="UsageException">A country or a language is not known.</exception>
    public static async Task<int> Run(
        WarehouseHome home, string? countries, string languages, string? folder, bool asJson, bool verbose, TimeProvider time, CancellationToken cancellation)
    {
        var spoken = Split(languages).Select(code => Language.TryParse(code, out var language) ? language! : throw new UsageException($"'{code}' is no language of the exports: en, fr, es.")).Distinct().ToList();
        var (all, vintage) = BriefBatch.Known(home, time);
        var chosen = countries is null ? all : Chosen(Split(countries), all);
        var to = Path.GetFullPath(folder ?? $"export-{vintage}");
        Directory.CreateDirectory(to);
        await using var server = await ExportServer.Start(home, Settings.Of(home), verbose, time, cancellation);
        var batch = new ExportBatch(server, to);
        await batch.Make([.. WholeExport.PartsOf(chosen, spoken, vintage)], cancellation);
        batch.Say(asJson);
        if (!batch.failures.IsEmpty)
        {
            return Outcome.Failed;
        }

        // Says what is there, so it comes last, and only beside all of it.
        foreach (var language in spoken)
        {
            await File.WriteAllTextAsync(Path.Combine(to, BatchReadme.FileOf(language)), BatchReadme.Text(language, vintage, to), cancellation);
        }

        return Outcome.Done;
    }

    private static IReadOnlyList<string> Chosen(IEnumerable<string> asked, IReadOnlyList<string> known) =>
    [
        .. asked.Select(code => code.ToUpperInvariant()).Distinct()
            .Select(code => known.Contains(code) ? code : throw new UsageException($"'{code}' is no country with a page: give ISO codes of three letters with commas, such as KEN,SEN.")),
    ];

    private static string[] Split(string codes) => codes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } parts
        ? parts
        : throw new UsageException($"'{codes}' names nothing: give codes with commas.");

    private async Task Make(IReadOnlyList<ExportPart> parts, CancellationToken cancellation)
    {
        foreach (var left in Directory.EnumerateFiles(folder, "*" + ExportServer.Partial, SearchOption.AllDirectories))
        {
            File.Delete(left);
        }

        await Bars.OnStandardError().StartAsync(async bars =>
        {
            // Tables one after another: each takes the whole machine.
            await Make(bars.AddTask("Tables"), [.. parts.Where(part => part.Country is null)], 1, cancellation);
            await Make(bars.AddTask("Countries"), [.. parts.Where(part => part.Country is not null)], Math.Clamp(Environment.ProcessorCount, 1, 4), cancellation);
        });
    }

    private Task Make(ProgressTask bar, IReadOnlyList<ExportPart> parts, int atOnce, CancellationToken cancellation)
    {
        bar.MaxValue = parts.Count;
        return Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, async (part, token) =>
        {
            await Make(part, token);
            bar.Increment(1);
        });
    }

    private async Task Make(ExportPart part, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, part.File);
        if (File.Exists(file))
        {
            Interlocked.Increment(ref kept);
            return;
        }

        if (part.IsBrief && hasNoBrowser)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await server.Save(part.Address, file, cancellation);
            Interlocked.Increment(ref made);
        }
        catch (RefusedException refused) when (refused.Status == part.NothingWhen)
        {
            nothing.Add(part);
        }
        catch (RefusedException refused) when (part.IsBrief && refused.Status == System.Net.HttpStatusCode.NotImplemented)
        {
            // The same for all of them: told once.
            if (!Interlocked.Exchange(ref hasNoBrowser, true))
            {
                failures.Add(("the briefs of all countries", refused.Message));
            }
        }
        catch (Exception failure) when (failure is RefusedException or HttpRequestException or IOException or UnauthorizedAccessException or ChromiumException)
        {
            failures.Add((part.File, failure.Message));
        }
    }

    private void Say(bool asJson)
    {
        var told = failures.OrderBy(failure => failure.File, StringComparer.Ordinal).ToList();
        var none = nothing.Select(part => part.File).Order(StringComparer.Ordinal).ToList();
        System.Console.Out.WriteLine(asJson
            ? JsonSerializer.Serialize(new { folder, made, kept, nothing = none, failures = told.Select(failure => new { file = failure.File, why = failure.Why }) })
            : $"{folder}: {made} made, {kept} there already, {none.Count} with nothing to make, {told.Count} failed.");
        foreach (var failure in told)
        {
            System.Console.Error.WriteLine($"{failure.File}: {failure.Why}");
        }
    }
}
