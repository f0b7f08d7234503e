using SpIndicators.Dashboards.Charts;

namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>A tick of an axis upwards.</summary>
internal sealed record PictureLevel(ChartTick Tick, double Y, bool IsWritten);

/// <summary>A tick of an axis across.</summary>
internal sealed record PictureTick(ChartTick Tick, double X, string Anchor, bool IsWritten);

/// <summary>Ticks of axes, so that no number lies over another.</summary>
internal static class PictureTicks
{
    private const double Air = 6;

    /// <summary>All ticks with their places; those whose words would lie over others are not written.</summary>
    /// <param name="keepInside">Numbers at the ends of the axis do not stand beyond it.</param>
    public static IReadOnlyList<PictureTick> Of(ChartAxis axis, PictureBox plot, double size, bool keepInside)
    {
        var ticks = axis.Ticks.Select(tick => new PictureTick(tick, plot.Across(axis.ShareOf(tick.At)), keepInside ? Anchor(axis, tick) : "middle", true)).ToList();
        // The ends say the most: they are placed first.
        var taken = new List<(double From, double To)>();
        foreach (var i in Enumerable.Range(0, ticks.Count).OrderBy(i => i == 0 ? 0 : i == ticks.Count - 1 ? 1 : 2))
        {
            var (from, to) = SpanOf(ticks[i], size);
            if (taken.Exists(other => from < other.To + Air && other.From < to + Air))
            {
                ticks[i] = ticks[i] with { IsWritten = false };
            }
            else
            {
                taken.Add((from, to));
            }
        }

        return ticks;
    }

    /// <summary>All ticks of an axis upwards; in a low drawing not all of them are written.</summary>
    public static IReadOnlyList<PictureLevel> Upwards(ChartAxis axis, PictureBox plot, double size)
    {
        var levels = new List<PictureLevel>();
        foreach (var tick in axis.Ticks)
        {
            var y = plot.Down(100 - axis.ShareOf(tick.At));
            levels.Add(new(tick, y, levels.FindLast(level => level.IsWritten) is not { } below || Math.Abs(below.Y - y) > size));
        }

        return levels;
    }

    /// <summary>Room that the numbers of an axis upwards need on its left.</summary>
    public static double RoomOnTheLeft(ChartAxis axis, double size) => TextRows.Widest(axis.Ticks.Select(tick => tick.Label), size) + 8;

    private static (double From, double To) SpanOf(PictureTick tick, double size)
    {
        var width = TextWidths.Of(tick.Tick.Label, size);
        var from = tick.Anchor switch
        {
            "start" => tick.X,
            "end" => tick.X - width,
            _ => tick.X - (width / 2),
        };
        return (from, from + width);
    }

    private static string Anchor(ChartAxis axis, ChartTick tick) => axis.ShareOf(tick.At) switch
    {
        <= 5 => "start",
        >= 95 => "end",
        _ => "middle",
    };
}
