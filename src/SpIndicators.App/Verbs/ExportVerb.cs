using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SpIndicators.App.Console;
using SpIndicators.App.Exporting;
using SpIndicators.Dashboards.Exports;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi export</c>: what the pages give as files, without opening them.</summary>
internal static class ExportVerb
{
    private static readonly string[] Pictures = ["png", "svg", "pdf"];
    private static readonly string[] Tables = ["csv", "xlsx", "json", "zip", "sdmx.csv", "metadata.json", "bib", "txt"];

    public static Command Create(CommonOptions common, TimeProvider time) => new("export", "Write charts, figures and reports to files")
    {
        Chart(common, time), Data(common, time), ReportPack(common, time), Brief(common, time), All(common, time),
    };

    private static Command Chart(CommonOptions common, TimeProvider time)
    {
        var (page, chart, format, to) = (Page(), ChartOption(), Format(Pictures), Out());
        var size = Option("--size", "chart, square, social or tall (all rows of a ranking)", "chart", "square", "social", "tall");
        var theme = Option("--theme", "light or dark", "light", "dark");
        var scale = Option("--scale", "1, or 2 for twice the pixels", "1", "2");
        var verb = new Command("chart", "A picture of a chart of a page") { page, chart, format, size, theme, scale, to };
        verb.SetAction((parsed, cancellation) => Save(common, time, parsed, parsed.GetValue(to)!, () => AddressOf(
            parsed.GetValue(page)!, EndingOf(parsed.GetValue(to)!, parsed.GetValue(format), Pictures), (ExportAsked.ChartName, parsed.GetValue(chart)),
            (ExportAsked.SizeName, parsed.GetValue(size)), (ExportAsked.ThemeName, parsed.GetValue(theme)), (ExportAsked.ScaleName, parsed.GetValue(scale))), cancellation));
        return verb;
    }

    private static Command Data(CommonOptions common, TimeProvider time)
    {
        var (page, chart, to) = (Page(), ChartOption(), Out());
        var format = Format(Tables);
        var csv = Option("--csv", "Of CSV: plain, or excel for a spreadsheet program in the page's language", "plain", "excel");
        var verb = new Command("data", "The figures behind a chart of a page") { page, chart, format, csv, to };
        verb.SetAction((parsed, cancellation) => Save(common, time, parsed, parsed.GetValue(to)!,
            () => AddressOf(
                parsed.GetValue(page)!, EndingOf(parsed.GetValue(to)!, parsed.GetValue(format), Tables), (ExportAsked.ChartName, parsed.GetValue(chart)), (ExportAsked.CsvName, parsed.GetValue(csv))), cancellation));
        return verb;
    }

    private static Command ReportPack(CommonOptions common, TimeProvider time)
    {
        var country = new Argument<string>("country") { Description = "ISO code of three letters, such as KEN" };
        var language = Option("--lang", "en, fr or es", "en", "fr", "es");
        var years = new Option<string?>("--time") { Description = "Years, such as 2015..2023 (default: all)" };
        var release = new Option<string?>("--release") { Description = "A release of a source, such as unsd_sdg@2024-02-17 (default: the newest of the ILO)" };
        var to = Out();
        var verb = new Command("report-pack", "Everything for an SDG report of a country, in one packed file") { country, language, years, release, to };
        verb.SetAction((parsed, cancellation) => Save(common, time, parsed, parsed.GetValue(to)!,
            () => AddressOf($"/country/{Uri.EscapeDataString(parsed.GetValue(country)!)}", "/report-pack.zip",
                ("lang", parsed.GetValue(language)), ("time", parsed.GetValue(years)), ("release", parsed.GetValue(release))), cancellation));
        return verb;
    }

    private static Command Brief(CommonOptions common, TimeProvider time)
    {
        var country = new Argument<string?>("country") { Description = "ISO code of three letters, such as KEN", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every country, into a folder; what is there already is not made again" };
        var language = Option("--lang", "en, fr or es", "en", "fr", "es");
        var to = Out();
        var verb = new Command("brief", "Two pages on a country, as a PDF") { country, all, language, to };
        verb.SetAction((parsed, cancellation) => parsed.GetValue(all) == (parsed.GetValue(country) is not null)
            ? Outcome.OfAsync(false, () => throw new UsageException("Name one country, or ask for --all of them."))
            : parsed.GetValue(all)
                ? Outcome.OfAsync(parsed.GetValue(common.Verbose), () => BriefBatch.Print(common.HomeOf(parsed), parsed.GetValue(language) ?? "en", parsed.GetValue(to)!, parsed.GetValue(common.Verbose), time, cancellation))
                : Save(common, time, parsed, parsed.GetValue(to)!, () => AddressOf($"/country/{Uri.EscapeDataString(parsed.GetValue(country)!)}/brief", ".pdf", ("lang", parsed.GetValue(language))), cancellation));
        return verb;
    }

    private static Command All(CommonOptions common, TimeProvider time)
    {
        var countries = new Option<string?>("--country") { Description = "ISO codes with commas, such as KEN,SEN (default: all countries)" };
        var languages = new Option<string>("--lang") { Description = "en, fr, es; several with commas", DefaultValueFactory = _ => "en" };
        var to = new Option<string?>("--out", "-o") { Description = "The folder to write into (default: export-<vintage>); started again, only what is missing is made" };
        var verb = new Command("all", "Everything there is: each country's brief and report pack, all tables (CSV, SDMX-CSV, Parquet, Excel), what they mean, the published DuckDB file") { countries, languages, to };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(parsed.GetValue(common.Verbose), () => ExportBatch.Run(
            common.HomeOf(parsed), parsed.GetValue(countries), parsed.GetValue(languages)!, parsed.GetValue(to), parsed.GetValue(common.Json), parsed.GetValue(common.Verbose), time, cancellation)));
        return verb;
    }

    private static Task<int> Save(CommonOptions common, TimeProvider time, ParseResult parsed, string file, Func<string> address, CancellationToken cancellation) =>
        Outcome.OfAsync(parsed.GetValue(common.Verbose), async () =>
        {
            var asked = address();
            var home = common.HomeOf(parsed);
            var full = Path.GetFullPath(file);
            if (!Directory.Exists(Path.GetDirectoryName(full)))
            {
                throw new UsageException($"There is no folder {Path.GetDirectoryName(full)} to write {Path.GetFileName(full)} into.");
            }

            await using var server = await ExportServer.Start(home, Settings.Of(home), parsed.GetValue(common.Verbose), time, cancellation);
            var bytes = await server.Save(asked, full, cancellation);
            System.Console.Out.WriteLine(parsed.GetValue(common.Json)
                ? JsonSerializer.Serialize(new { file = full, bytes })
                : string.Create(CultureInfo.InvariantCulture, $"{full} ({bytes:N0} bytes)"));
            return Outcome.Done;
        });

    /// <summary>A page as it is copied from a browser or as a path, with an ending and more parameters.</summary>
    private static string AddressOf(string page, string ending, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var path = Uri.TryCreate(page, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole.PathAndQuery : page;
        if (!path.StartsWith('/'))
        {
            throw new UsageException($"'{page}' is no page: give an address as the browser shows it, or its path, such as \"/country/KEN?lang=fr\".");
        }

        var parts = path.Split('?', 2);
        var name = parts[0] is "/" ? "/overview" : parts[0].TrimEnd('/');
        var query = parts.Length == 2 ? parts[1].Split('#')[0] : "";
        foreach (var (key, value) in more)
        {
            if (value is not null)
            {
                query += $"{(query.Length > 0 ? "&" : "")}{key}={Uri.EscapeDataString(value)}";
            }
        }

        return name + ending + (query.Length > 0 ? "?" + query : "");
    }

    private static Argument<string> Page() => new("page") { Description = "Address of a page or its path, such as \"/explore?indicator=coverage_gap&lang=fr\"" };

    private static Option<string?> ChartOption() => new("--chart") { Description = "Which of the page's charts (default: the first; a wrong one is answered with their names)" };

    private static Option<string> Out() => new("--out", "-o") { Description = "The file to write", Required = true };

    private static Option<string?> Format(string[] known) => Option("--format", $"{string.Join(", ", known)} (default: what the file's name ends with)", known);

    /// <summary>The ending of the address: what the file is called and what is asked for must not contradict each other.</summary>
    private static string EndingOf(string file, string? format, IReadOnlyList<string> known)
    {
        var named = known.OrderByDescending(ending => ending.Length).FirstOrDefault(ending => file.EndsWith("." + ending, StringComparison.OrdinalIgnoreCase));
        return (format, named) switch
        {
            (null, null) => throw new UsageException($"What is {Path.GetFileName(file)} to be? End its name with one of {string.Join(", ", known)}, or say --format."),
            (null, { } ending) => "." + ending,
            // figures.csv may hold sdmx.csv.
            ({ } asked, { } ending) when !asked.EndsWith(ending, StringComparison.Ordinal) =>
                throw new UsageException($"{Path.GetFileName(file)} ends with .{ending}, and --format asks for {asked}: change one of them."),
            _ => "." + format,
        };
    }

    private static Option<string?> Option(string name, string description, params string[] known) => new Option<string?>(name) { Description = description }.AcceptOnlyFromAmong(known);
}
