using System.Globalization;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Fetching.Rows;

namespace SpIndicators.Pipelines.Sources.ILO;

/// <summary>What both of the ILO's services have in common.</summary>
internal static class IloRelease
{
    public const string Indicator = "SDG_0131_SEX_SOC_RT";

    /// <summary>The ILO prints no date of release; when the file last changed is the nearest to it.</summary>
    public static AgencyAnswer Of(SourceRows rows, AgencyLine line) =>
        DateTimeOffset.TryParse(line.LastModified, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var modified)
            ? new AgencyAnswer(rows)
            {
                ReleasedOn = DateOnly.FromDateTime(modified.UtcDateTime),
                ReleasedOnBasis = "Day on which the file last changed, as the ILO's server says (Last-Modified); no date of release is printed.",
            }
            : new AgencyAnswer(rows);
}
