using System.Text;
using Microsoft.AspNetCore.Http;
using SpIndicators.Tests.Fetching;
using SpIndicators.Tests.Pipelines;
using static SpIndicators.Tests.Running.FaultBench;

namespace SpIndicators.Tests.Running;

/// <summary>How an agency can go wrong, by name. Lines are SYNTHETIC; errors are as recorded.</summary>
internal static class Faults
{
    public const string UnHeader =
        "Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode(M49),GeoAreaName,ISO3,TimePeriod,Value,Time_Detail,Source,FootNote,Nature,Units,Reporting Type,Sex,Age,Quantile,Location\n";

    private const string IloPath = IloAnswers.SdmxPath;
    private const string WorldBankPath = $"/v2/country/all/indicator/{Gdp}";
    private const string UnPath = "/SDGAPI/v1/sdg/Series/Data";

    /// <summary>More than a hundred, so that one bad line in them is less than one in a hundred.</summary>
    public static IEnumerable<int> Years => Enumerable.Range(1901, 120);

    public static string UnLine(int year, string value) =>
        $"1,1.3,1.3.1,SI_COV_BENFTS,Covered,276,Germany,,{year},{value},,,,E,PERCENT,G,BOTHSEX,,,\n";

    /// <summary>Sets the agency up; returns the source that is asked.</summary>
    public static string Set(AgencyServer agency, string fault) => fault switch
    {
        "429 with Retry-After" => OfTheIlo(agency, context => AgencyServer.Status(context, 429, "1")),
        "429 with a long Retry-After" => OfTheIlo(agency, context => AgencyServer.Status(context, 429, "3600")),
        "500" => OfTheIlo(agency, context => AgencyServer.Status(context, 500)),
        "503" => OfTheIlo(agency, context => AgencyServer.Status(context, 503)),
        "timeout" => OfTheIlo(agency, context => Task.Delay(Timeout.Infinite, context.RequestAborted)),
        "slow drip" => OfTheIlo(agency, Drip),
        "truncated body" => OfTheIlo(agency, context => AgencyServer.BreakOff(context, Good, 300, "text/csv")),
        "wrong content type" => OfTheIlo(agency, context => AgencyServer.Send(context, "<html><body>Maintenance</body></html>", "text/html")),
        "web page named CSV" => OfTheIlo(agency, context => AgencyServer.Send(context, "<html><body>Maintenance</body></html>", "text/csv")),
        "empty 200" => OfTheIlo(agency, context => AgencyServer.Send(context, "", "text/csv")),
        "gzip bomb" => OfTheIlo(agency, Bomb),
        "10 times the size" => OfTheIlo(agency, context => AgencyServer.Send(context, new byte[10 * MaxBytes], "text/csv")),
        "another machine" => OfTheIlo(agency, context => { context.Response.Headers.Location = "https://example.org/data.csv"; return AgencyServer.Status(context, 302); }),
        "changed columns" => OfTheIlo(agency, context => AgencyServer.Send(context, Text.Replace("SOC,", "CONTINGENCY,", StringComparison.Ordinal), "text/csv")),
        "a line twice" => OfTheIlo(agency, context => AgencyServer.Send(context, Text + IloAnswers.Sdmx("DEU", "99.5"), "text/csv")),
        "nothing wrong" => OfTheIlo(agency, context => AgencyServer.Send(context, Text.Replace("93.8", "94.8", StringComparison.Ordinal), "text/csv")),
        "error body under 200" => OfTheWorldBank(agency, _ => Payload.Text("worldbank_v2_http200_error_body.json")),
        "paging that shrinks mid-way" => OfTheWorldBank(agency, page => page == 1 ? Page(1, 2, 121, Rows(1, 100)) : Page(2, 2, 120, Rows(101, 120))),
        "the first page again" => OfTheWorldBank(agency, _ => Page(1, 2, 120, Rows(1, 60))),
        "duplicate pages" => OfTheWorldBank(agency, page => Page(page, 2, 120, Rows(1, 60))),
        "blank ISO3" => OfTheWorldBank(agency, _ => Page(1, 1, 121, [.. Rows(1, 120), Row("", "XX", 2020, "5")])),
        "nothing wrong at the World Bank" => OfTheWorldBank(agency, _ => Page(1, 1, 119, Rows(1, 119))),
        "NaN strings" => OfTheUn(agency),
        _ => throw new ArgumentException($"There is no fault named {fault}."),
    };

    private static string Text => IloAnswers.Two;

    private static byte[] Good => Encoding.UTF8.GetBytes(Text);

    private static string OfTheIlo(AgencyServer agency, Func<HttpContext, Task> answer)
    {
        agency.On(IloPath, (context, _) => answer(context));
        return Ilo;
    }

    private static string OfTheWorldBank(AgencyServer agency, Func<int, string> answer)
    {
        agency.On(WorldBankPath, (context, _) => AgencyServer.Send(context, answer(int.Parse(context.Request.Query["page"]!, System.Globalization.CultureInfo.InvariantCulture)), "application/json"));
        return WorldBank;
    }

    /// <summary>Germany's figure of 2020 is new; another line has a value that is none.</summary>
    private static string OfTheUn(AgencyServer agency)
    {
        var rows = Years.Select(year => UnRow("276", year, year == 2020 ? "8.5" : "7.5")).Append(UnRow("858", 2020, "NaN")).ToList();
        agency.On(UnPath, $$"""{"size":1000,"totalElements":{{rows.Count}},"totalPages":1,"pageNumber":1,"attributes":[],"dimensions":[],"data":[{{string.Join(',', rows)}}]}""");
        return Un;
    }

    private static string UnRow(string area, int year, string value) => $$$"""
        {"goal":["1"],"target":["1.3"],"indicator":["1.3.1"],"series":"SI_COV_BENFTS","geoAreaCode":"{{{area}}}","geoAreaName":"Name","timePeriodStart":{{{year}}}.0,"value":"{{{value}}}","attributes":{"Nature":"E","Units":"PERCENT"},"dimensions":{"Reporting Type":"G","Sex":"BOTHSEX"}}
        """;

    private static string Page(int page, int pages, int total, IEnumerable<string> rows) =>
        $$"""[{"page":{{page}},"pages":{{pages}},"per_page":1000,"total":{{total}},"sourceid":"2","lastupdated":"2026-07-13"},[{{string.Join(',', rows)}}]]""";

    private static IEnumerable<string> Rows(int first, int last) => Years.Skip(first - 1).Take(last - first + 1).Select(year => Row("DEU", "DE", year, year == 2020 ? "2" : "1"));

    private static string Row(string iso3, string own, int year, string value) =>
        $$"""{"indicator":{"id":"{{Gdp}}","value":"GDP"},"country":{"id":"{{own}}","value":"Name"},"countryiso3code":"{{iso3}}","date":"{{year}}","value":{{value}},"unit":"","obs_status":"","decimal":0}""";

    private static async Task Drip(HttpContext context)
    {
        context.Response.ContentType = "text/csv";
        foreach (var one in Good)
        {
            await context.Response.Body.WriteAsync(new[] { one }, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(20, context.RequestAborted);
        }
    }

    private static Task Bomb(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        return AgencyServer.Send(context, TemporaryHome.Gzip(new string('0', 100 * MaxBytes)), "text/csv");
    }
}
