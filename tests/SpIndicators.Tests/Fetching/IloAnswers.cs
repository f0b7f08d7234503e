using System.Text;

namespace SpIndicators.Tests.Fetching;

/// <summary>Answers in the ILO's two layouts. The columns are those of recorded answers of other flows; the lines are SYNTHETIC unless they come from the embedded release.</summary>
internal static class IloAnswers
{
    public const string Source = "ilostat_sdg_0131";
    public const string SdmxPath = "/rest/data/ILO,DF_SDG_0131_SEX_SOC_RT";
    public const string BulkPath = "/data/indicator";
    public const string SdmxHeader =
        "DATAFLOW,REF_AREA,FREQ,MEASURE,SEX,SOC,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE_TYPE,UNIT_MEASURE,UNIT_MULT,SOURCE,NOTE_SOURCE,NOTE_INDICATOR,NOTE_CLASSIF,DECIMALS,UPPER_BOUND,LOWER_BOUND\n";
    public const string BulkHeader = "ref_area,source,indicator,sex,classif1,time,obs_value,obs_status,note_classif,note_indicator,note_source\n";

    /// <summary>Two lines, the later one first.</summary>
    public static readonly string Two = SdmxHeader + Sdmx("URY", "93.8") + Sdmx("DEU", "99.5");

    public static byte[] TwoBytes => Encoding.UTF8.GetBytes(Two);

    public static string Sdmx(string area, string value, string year = "2020", string sex = "SEX_T", string soc = "SOC_CONTIG_TOTAL", string source = "ILO - Social Security Inquiry Database") =>
        $"ILO:DF_SDG_0131_SEX_SOC_RT(1.0),{area},A,SDG_0131_RT,{sex},{soc},{year},{value},,RT,PT,0,{source},,,,1,,\n";

    public static string Bulk(string area, string value, string year = "2020") =>
        $"\"{area}\",\"XX:1\",\"SDG_0131_SEX_SOC_RT\",\"SEX_T\",\"SOC_CONTIG_TOTAL\",\"{year}\",{value},,,,\n";

    /// <summary>The SDMX way alone, of one contingency.</summary>
    public static FetchBench Bench(TimeProvider? time = null) =>
        new FetchBench { Time = time ?? new HurriedTime() }.Small(Source, 0, "SOC_CONTIG_TOTAL");
}
