using SpIndicators.Pipelines;
using SpIndicators.Tests.Pipelines;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.Fetching;

/// <summary>
/// Informal employment, whose embedded release prints names where the ILO's services print codes. The columns are those recorded
/// of other flows; no answer of this one was recorded. The lines are SYNTHETIC unless they come from the embedded release.
/// </summary>
public sealed class InformalityFetchTests : IAsyncDisposable
{
    private const string Source = "ilo_informal_employment";
    private const string Rate = "Share of Informal employment by sex and age";
    private const string SdmxPath = "/rest/data/ILO,DF_EMP_NIFL_SEX_AGE_RT/.A...";
    private const string BulkPath = "/data/indicator";
    private const string SdmxHeader =
        "DATAFLOW,REF_AREA,FREQ,MEASURE,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE_TYPE,UNIT_MEASURE,UNIT_MULT,SOURCE,NOTE_SOURCE,NOTE_INDICATOR,NOTE_CLASSIF,DECIMALS,UPPER_BOUND,LOWER_BOUND\n";
    private const string Header = "iso3,country,indicator,sex,classif,time,obs_value,unit";

    private static readonly Dictionary<string, string> CodeOf = FlowModels.Embedded.Sources[Source].Fetch!.Ways[0].Codes.ToDictionary(c => c.Value, c => c.Key);
    private static readonly string AllAges = Sdmx("KEN", "15 and above", "2020", "80.5") + Sdmx("KEN", "15-24", "2020", "91") + Sdmx("KEN", "25 and above", "2020", "77.25");

    private readonly FetchBench bench = new();

    [Fact]
    public async Task Codes_OfTheSdmxService_LandUnderTheNamesTheSourceHas()
    {
        bench.Small(Source, 0, Rate).Server.On(SdmxPath, SdmxHeader + AllAges + Sdmx("KOS", "15 and above", "2021", "40", sex: "SEX_F", status: "U"), "text/csv");

        var landed = await bench.Landed(Source);

        Assert.Equal(
        [
            $"{Header},source,obs_status,note_classif,note_indicator,note_source",
            $"KEN,,{Rate},SEX_T,15 and above,2020,80.5,%,LFS - Labour Force Survey,,,,",
            $"KEN,,{Rate},SEX_T,15-24,2020,91,%,LFS - Labour Force Survey,,,,",
            $"KEN,,{Rate},SEX_T,25 and above,2020,77.25,%,LFS - Labour Force Survey,,,,",
            $"KOS,,{Rate},SEX_F,15 and above,2021,40,%,LFS - Labour Force Survey,U,,,",
        ],
        FetchBench.Lines(landed.Snapshot));
    }

    [Fact]
    public async Task BulkFile_GivesTheSameLines_WhereTheSdmxServiceFails()
    {
        bench.Small(Source, 1, Rate).Server.On(BulkPath, string.Concat(
            IloAnswers.BulkHeader, Bulk("AGE_YTHADULT_YGE15", "80.5"), Bulk("AGE_YTHADULT_Y15-24", "91"), Bulk("AGE_YTHADULT_YGE25", "77.25")), "text/csv");

        var lines = FetchBench.Lines((await bench.Landed(Source)).Snapshot);

        Assert.Equal($"KEN,,{Rate},SEX_T,15 and above,2020,80.5,%,BA:259,,,,", lines[1]);
        Assert.Equal("/data/indicator?id=EMP_NIFL_SEX_AGE_RT_A", Assert.Single(bench.Server.Asked));
    }

    [Theory]
    [InlineData("AGE_YTHADULT_YGE15", "AGE_15PLUS", "has no line of AGE_YTHADULT_YGE15, which its card knows; its codes are AGE_15PLUS, AGE_YTHADULT_Y15-24, AGE_YTHADULT_YGE25")]
    [InlineData(",AGE,", ",AGE_GROUP,", "lacks the column 'AGE' and has a new column 'AGE_GROUP'")]
    [InlineData(",A,EMP", ",Q,EMP", "has 'Q' in FREQ, where 'A' was expected")]
    [InlineData("EMP_NIFL_RT", "EMP_NIFL_NB", "has 'EMP_NIFL_NB' in MEASURE, where 'EMP_NIFL_RT' was expected")]
    [InlineData(",PT,0,", ",PS,3,", "has 'PS' in UNIT_MEASURE, where 'PT' was expected")]
    public async Task Answer_OfAnotherShape_IsRefusedByName(string words, string instead, string reason)
    {
        bench.Small(Source, 0, Rate).Server.On(SdmxPath, (SdmxHeader + AllAges).Replace(words, instead, StringComparison.Ordinal), "text/csv");

        await bench.IsRefused(Source, reason);
    }

    [Fact]
    public async Task TooFewLines_AreRefused_HoweverManyTheOtherSeriesHave()
    {
        bench.Home.Add(Source, "2022-09", Embedded);
        bench.Server.On(SdmxPath, SdmxHeader + AllAges, "text/csv").On(BulkPath, (context, _) => AgencyServer.Status(context, 503));

        await bench.IsRefused(Source, $"3 lines came of {Rate}; a release has at least 3500");
    }

    [Fact]
    public async Task Release_InTheServicesLayout_IsAVintageOfTheSameSeries_AndWithdrawsNoOther()
    {
        var cancellation = TestContext.Current.CancellationToken;
        bench.Home.Add(Source, "2022-09", Embedded);
        // Nothing is published without coverage.
        bench.Home.Add(IloAnswers.Source, "2022-04-17", SpIndicators.Tests.Pipelines.BadInput.SpoiledSnapshot.Good);
        var flow = SmallFlow.Of(Source, IloAnswers.Source);
        new Refresh(flow, bench.Home.Home, TimeProvider.System).Run(false, null, cancellation);
        bench.Server.On(SdmxPath, AsSdmx(Embedded), "text/csv");

        var landed = await bench.Landed(Source);
        var after = new Refresh(flow, bench.Home.Home, TimeProvider.System).Run(false, null, cancellation);

        Assert.True(after.Published);
        Assert.Equal(["classif has codes not met before: AGE_10YRBANDS_Y25-34"], landed.NewCodes);
        Assert.Contains($"Only the series {Rate} fetched (4079 lines); the other 42720 lines are those of vintage 2022-09.", landed.Snapshot.Notes, StringComparison.Ordinal);
        using var warehouse = new PublishedWarehouse(bench.Home.Home.Warehouse, TimeProvider.System);
        using var session = warehouse.TryOpen()!;
        Assert.Equal(
            [("2026-11-23", 2019, 57.3), ("2026-11-23", 2024, 55.5)],
            session.Query<(string, int, double)>("select vintage, source_time_period::int, obs_value from indicators.indicator_value where indicator_id = 'informal_employment_rate' and ref_area = 'ALB' and sex = '_T' and time_period >= 2019 order by all"));
        // Of the eleven series that were not fetched, and of the figures that came as they were, nothing.
        Assert.Equal(
            [("added", "15 and above", 2024, null, 55.5), ("added", "AGE_10YRBANDS_Y25-34", 2024, null, 50), ("changed", "15 and above", 2019, 56.7, 57.3)],
            session.Query<(string, string, int, double?, double?)>("select change, breakdown, time_period::int, value_from, value_to from clean.revision order by all"));
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    /// <summary>The embedded release (ILO, CC BY 4.0).</summary>
    private static string Embedded
    {
        get
        {
            var file = Path.Combine(Architecture.SourceTree.Root, "data", "snapshots", Source, "2022-09", $"{Source}.csv.gz");
            using var text = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress));
            return text.ReadToEnd();
        }
    }

    private static string Sdmx(string area, string age, string year, string value, string sex = "SEX_T", string status = "") =>
        $"ILO:DF_EMP_NIFL_SEX_AGE_RT(1.0),{area},A,EMP_NIFL_RT,{sex},{CodeOf.GetValueOrDefault(age, age)},{year},{value},{status},RT,PT,0,LFS - Labour Force Survey,,,,1,,\n";

    private static string Bulk(string age, string value) => $"\"KEN\",\"BA:259\",\"EMP_NIFL_SEX_AGE_RT\",\"SEX_T\",\"{age}\",\"2020\",{value},,,,\n";

    /// <summary>The embedded figures of the fetched series as the service would print them, with Albania's of 2019 changed, one figure more and an age more.</summary>
    private static string AsSdmx(string embedded)
    {
        var lines = embedded.TrimEnd('\n').Split('\n').Where(line => line.Contains($",{Rate},", StringComparison.Ordinal));
        // Names of countries may hold commas, and no field behind them does.
        var fields = lines.Select(line => (Area: line[..3], Tail: line[(line.IndexOf(Rate, StringComparison.Ordinal) + Rate.Length + 1)..].Split(',')));
        return SdmxHeader
            + string.Concat(fields.Select(f => Sdmx(f.Area, f.Tail[1], f.Tail[2], (f.Area, f.Tail[0], f.Tail[1], f.Tail[2]) is ("ALB", "SEX_T", "15 and above", "2019") ? "57.3" : f.Tail[3], f.Tail[0])))
            + Sdmx("ALB", "15 and above", "2024", "55.5") + Sdmx("ALB", "AGE_10YRBANDS_Y25-34", "2024", "50");
    }
}
