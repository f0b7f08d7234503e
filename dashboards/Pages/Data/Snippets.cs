namespace SpIndicators.Dashboards.Pages.Data;

/// <summary>How a table is read from other programs: each made from one address, so that a test of the address is one of all.</summary>
internal static class Snippets
{
    /// <returns>Key of the words that name the program, and what to write in it.</returns>
    public static IReadOnlyList<(string Words, string Text)> Of(string address) =>
    [
        ("api.use.curl", $"curl --fail --output data.csv \"{address}\""),
        ("api.use.python", $"""
            import pandas as pd

            data = pd.read_csv("{address}")
            print(data[["REF_AREA", "TIME_PERIOD", "OBS_VALUE", "SOURCE_ID", "SOURCE_VINTAGE"]])
            """),
        ("api.use.r", $"""
            data <- read.csv("{address}", fileEncoding = "UTF-8")
            head(data[c("REF_AREA", "TIME_PERIOD", "OBS_VALUE", "SOURCE_ID", "SOURCE_VINTAGE")])
            """),
        ("api.use.powerquery", $$$"""
            let
                Source = Csv.Document(Web.Contents("{{{address}}}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
                Named = Table.PromoteHeaders(Source),
                Data = Table.TransformColumnTypes(Named, {{"OBS_VALUE", type number}, {"TIME_PERIOD", Int64.Type}}, "en-US")
            in
                Data
            """),
        ("api.use.csharp", $"""
            using var http = new HttpClient();
            await using var csv = await http.GetStreamAsync("{address}");
            await using var file = File.Create("data.csv");
            await csv.CopyToAsync(file);
            """),
    ];
}
