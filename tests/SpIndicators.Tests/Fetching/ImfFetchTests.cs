namespace SpIndicators.Tests.Fetching;

/// <summary>The IMF's outlook, by its SDMX service and by the DataMapper.</summary>
public sealed class ImfFetchTests : IAsyncDisposable
{
    private const string Source = "imf_weo";
    private const string Sdmx = "/external/sdmx/3.0/data/dataflow/IMF.RES/WEO/+/*";
    private const string Mapper = "/external/datamapper/api/v1/";
    private const string Header = "iso3,weo_subject_code,year,value,scale,units,last_actual_year,status\n";
    private readonly FetchBench bench = new FetchBench().Small(Source, 0, "NGDP_R");

    [Fact]
    public async Task RecordedSdmxMessage_LandsInThePowerOfTenItPrints()
    {
        bench.Server.On(Sdmx, Recorded, "application/xml");

        var landed = await bench.Landed(Source);

        Assert.Equal([Header.TrimEnd(), "SVK,NGDP_R,2018,94.669,9,XDC,2024,actual"], FetchBench.Lines(landed.Snapshot));
        Assert.Equal((new DateOnly(2025, 10, 14), "day"), (landed.Snapshot.ReleasedOn, landed.Snapshot.ReleasedOnPrecision));
    }

    [Fact]
    public async Task SdmxMessage_WithYearsAfterTheLastActualOne_CallsThemEstimates()
    {
        bench.Server.On(Sdmx, WithMore("<Obs TIME_PERIOD=\"2024\" OBS_VALUE=\"100000000000\"/><Obs TIME_PERIOD=\"2025\" OBS_VALUE=\"-1.5\"/><Obs TIME_PERIOD=\"2026\"/>"), "application/xml");

        var landed = await bench.Landed(Source);

        Assert.Equal(
            ["SVK,NGDP_R,2018,94.669,9,XDC,2024,actual", "SVK,NGDP_R,2024,100,9,XDC,2024,actual", "SVK,NGDP_R,2025,-0.0000000015,9,XDC,2024,estimate"],
            FetchBench.Lines(landed.Snapshot).Skip(1));
    }

    [Fact]
    public async Task SeriesNobodyAskedFor_AreLeftOut()
    {
        bench.Server.On(Sdmx, Recorded.Replace("</message:DataSet>", "<Series COUNTRY=\"SVK\" INDICATOR=\"TX_RPCH\" FREQUENCY=\"A\"><Obs TIME_PERIOD=\"2018\" OBS_VALUE=\"1\"/></Series></message:DataSet>", StringComparison.Ordinal), "application/xml");

        Assert.Equal(1, (await bench.Landed(Source)).Rows);
    }

    [Theory]
    [InlineData(" COUNTRY=\"SVK\" INDICATOR=\"NGDP_R\" FREQUENCY", " REF_AREA=\"SVK\" INDICATOR=\"NGDP_R\" FREQUENCY", "lacks COUNTRY in a Series")]
    [InlineData("FREQUENCY=\"A\"", "FREQUENCY=\"Q\"", "has the frequency 'Q'")]
    [InlineData("TIME_PERIOD=\"2018\"", "PERIOD=\"2018\"", "lacks TIME_PERIOD in a Obs")]
    [InlineData("</message:StructureSpecificData>", "", "is not XML")]
    [InlineData("message:StructureSpecificData", "message:Structure_", "is XML, but no SDMX data message")]
    [InlineData("<Obs ", "<Obs TIME_PERIOD=\"2018\" OBS_VALUE=\"2\"/><Obs ", "has NGDP_R of SVK in 2018 twice")]
    [InlineData("INDICATOR=\"NGDP_R\"", "INDICATOR=\"OTHER\"", "0 of 1 series came; there is no line of NGDP_R")]
    public async Task SdmxMessage_OfAnotherShape_IsRefusedByName(string words, string instead, string reason)
    {
        bench.Server.On(Sdmx, Recorded.Replace(words, instead, StringComparison.Ordinal), "application/xml");

        await bench.IsRefused(Source, reason);
    }

    [Fact]
    public async Task SdmxMessage_ThatNamesAFile_ReadsNone()
    {
        bench.Server.On(Sdmx, Recorded.Replace("<message:StructureSpecificData", "<!DOCTYPE x [<!ENTITY e SYSTEM \"/etc/hostname\">]><message:StructureSpecificData", StringComparison.Ordinal), "application/xml");

        await bench.IsRefused(Source, "is not XML");
    }

    [Fact]
    public async Task SdmxError_IsRefusedWithItsWords()
    {
        bench.Server.On(Sdmx, "<?xml version=\"1.0\"?><mes:Error xmlns:mes=\"urn:x\"><mes:ErrorMessage code=\"100\"><Text>No Records Found</Text></mes:ErrorMessage></mes:Error>", "application/xml");

        await bench.IsRefused(Source, "is an error: No Records Found");
    }

    [Fact]
    public async Task DataMapper_HasSomeSeries_AndTheOthersStayAsTheyWere()
    {
        UseTheMapper("NGDP_RPCH");
        bench.Home.Add(Source, "2025-10", Header + "CUB,NGDP_RPCH,2001,0.4,0,PT,,\nNIC,GGX_NGDP,2001,20,0,PT,2024,actual\nNIC,NGDP_RPCH,2000,9,0,PT,2024,actual\n");
        bench.Server.On(Mapper + "NGDP_RPCH", Payload.Text("imf_datamapper_SYNTHETIC_VALUES.json").Replace("\"2002\":3.8},\"CUB\"", "\"2026\":3.80},\"ADVEC\":{\"2001\":1},\"CUB\"", StringComparison.Ordinal));

        var landed = await bench.Landed(Source);

        Assert.Equal(
        [
            "CUB,NGDP_RPCH,2001,0.5,0,PT,,", "CUB,NGDP_RPCH,2002,3.8,0,PT,,",
            "NIC,GGX_NGDP,2001,20,0,PT,2024,actual",
            "NIC,NGDP_RPCH,2001,0.5,0,PT,,", "NIC,NGDP_RPCH,2026,3.80,0,PT,,estimate",
        ],
        FetchBench.Lines(landed.Snapshot).Skip(1));
        Assert.Contains("the other 1 lines are those of vintage 2025-10", landed.Snapshot.Notes, StringComparison.Ordinal);
        Assert.Contains("no snapshot has: ADVEC.", landed.Snapshot.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"api\":{\"version\":\"1\"}}", "has no values of NGDP_RPCH")]
    [InlineData("{\"values\":{\"NGDP_RPCH\":{}},\"api\":{}}", "has no values of NGDP_RPCH")]
    [InlineData("{\"values\":{\"NGDPD\":{}},\"api\":{}}", "lacks the field in values: 'NGDP_RPCH' and has a new field in values: 'NGDPD'")]
    [InlineData("{\"values\":{\"NGDP_RPCH\":{\"NIC\":[1,2,3]}}}", "has a list where values of NIC by year was expected")]
    [InlineData("{\"data\":[], \"values\":{}, \"api\":{}}", "has a new field in the answer: 'data'")]
    public async Task DataMapperAnswer_OfAnotherShape_IsRefusedByName(string body, string reason)
    {
        UseTheMapper("NGDP_RPCH");
        bench.Server.On(Mapper + "NGDP_RPCH", body);

        await bench.IsRefused(Source, reason);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private static string Recorded => Payload.Text("sdmx21_WEO_data.xml");

    private static string WithMore(string observations) => Recorded.Replace("    </Series>", observations + "</Series>", StringComparison.Ordinal);

    private void UseTheMapper(params string[] series) => bench.Small(Source, 1, series).Card(Source, c => c with { Ways = [c.Ways[0] with { Series = series }] });
}
