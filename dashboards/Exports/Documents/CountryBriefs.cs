using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using SpIndicators.Core.Provenance;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Brief;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Exports.Documents;

/// <summary>
/// The briefs of many countries as files, asked of a running server: the same answer that a reader gets, so there is one way to
/// make a brief. What is in the folder already, of the same vintage and language, is not made again.
/// </summary>
/// <param name="server">With the server's address as its base; a <c>Host</c> header of its own is what the briefs print as their address.</param>
public sealed class CountryBriefs(HttpClient server)
{
    /// <summary>Asked for at the same time.</summary>
    public int AtOnce { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>All countries and territories of a vintage, those that nobody has published a figure of too.</summary>
    public static IReadOnlyList<string> CountriesOf(WarehouseSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Query<string>("select ref_area from indicators.ref_area where kind = 'country' order by ref_area");
    }

    /// <summary>Prints all that are not there yet. One country that fails does not keep the others from being made; it has no file.</summary>
    /// <exception cref="ChromiumException">The server has no browser: asking on would not help.</exception>
    public async Task<PrintedBriefs> Print(
        IReadOnlyList<string> countries, Language language, PublishedVintage vintage, DirectoryInfo folder, IProgress<BriefProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(countries);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(folder);
        folder.Create();
        var failures = new ConcurrentBag<BriefFailure>();
        var (made, kept, done) = (0, 0, 0);
        await Parallel.ForEachAsync(countries, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (country, token) =>
        {
            var file = FileOf(folder, country, language, vintage);
            if (file.Exists)
            {
                Interlocked.Increment(ref kept);
            }
            else
            {
                try
                {
                    await Print(country, language, vintage, file, token);
                    Interlocked.Increment(ref made);
                }
                catch (Exception failure) when (failure is HttpRequestException or IOException || failure is ChromiumException { IsMissing: false })
                {
                    failures.Add(new(country, failure.Message));
                }
            }

            progress?.Report(new(Interlocked.Increment(ref done), countries.Count, country));
        });
        return new(made, kept, [.. failures.OrderBy(failure => failure.Country, StringComparer.Ordinal)]);
    }

    /// <summary>Prints one brief into a file, whether it is there or not; the file is whole or not there.</summary>
    /// <exception cref="ChromiumException">The server has no browser, or made no brief; with what it says of it.</exception>
    public async Task Print(string country, Language language, PublishedVintage vintage, FileInfo file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var answer = await server.GetAsync(
            Urls.BriefDocument(ViewState.Default with { Language = language, Vintage = vintage }, country), cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new ChromiumException(
                $"No brief of {country}: {await Said(answer, cancellation)}", isMissing: answer.StatusCode == HttpStatusCode.NotImplemented);
        }

        var pdf = await answer.Content.ReadAsByteArrayAsync(cancellation);
        if (PdfChecks.Lacks(pdf, language.Code) is [var lacking, ..])
        {
            throw new ChromiumException($"No brief of {country}: what came has no {lacking}.");
        }

        var beside = $"{file.FullName}.{Guid.NewGuid():N}.part";
        try
        {
            await File.WriteAllBytesAsync(beside, pdf, cancellation);
            File.Move(beside, file.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Where the brief of a country lies: <c>country-KEN-brief-fr-2026-11-23.pdf</c>.</summary>
    public static FileInfo FileOf(DirectoryInfo folder, string country, Language language, PublishedVintage vintage)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(language);
        return new(Path.Combine(folder.FullName, BriefDocumentAttribute.FileStemOf(country, language.Code, vintage.ToString()) + ExportFormat.Pdf.Ending));
    }

    private static async Task<string> Said(HttpResponseMessage answer, CancellationToken cancellation) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            && await answer.Content.ReadFromJsonAsync<ProblemDetails>(cancellation) is { } problem
                ? $"{problem.Title} {problem.Detail}"
                : $"the server answers {(int)answer.StatusCode}.";
}

/// <summary>How far a batch is.</summary>
/// <param name="Country">The one that was finished last.</param>
public sealed record BriefProgress(int Done, int All, string Country);

/// <summary>What came of a batch.</summary>
/// <param name="Kept">Were there already.</param>
public sealed record PrintedBriefs(int Made, int Kept, IReadOnlyList<BriefFailure> Failures);

/// <summary>A country that has no file now.</summary>
public sealed record BriefFailure(string Country, string Reason);
