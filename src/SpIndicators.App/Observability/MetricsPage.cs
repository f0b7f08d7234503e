using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Observability;

/// <summary>
/// <c>/metrics</c> in Prometheus' text format. Its exporter is not among the packages this project can have, and what is
/// counted here is little: sums, and count and sum of durations.
/// </summary>
public sealed class MetricsPage : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(string Name, string Help, bool IsHistogram, string Labels), (double Sum, long Count)> values = new();
    private readonly WarehouseFolder folder;
    private readonly TimeProvider time;

    public MetricsPage(WarehouseFolder folder, TimeProvider time)
    {
        (this.folder, this.time) = (folder, time);
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == RefreshTelemetry.Name)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public string Text()
    {
        var text = new StringBuilder();
        foreach (var metric in values.OrderBy(v => v.Key.Name, StringComparer.Ordinal).ThenBy(v => v.Key.Labels, StringComparer.Ordinal).GroupBy(v => (v.Key.Name, v.Key.Help, v.Key.IsHistogram)))
        {
            var (name, help, isHistogram) = metric.Key;
            Head(text, isHistogram ? name : name + "_total", help, isHistogram ? "summary" : "counter");
            foreach (var (key, (sum, count)) in metric)
            {
                Line(text, name + (isHistogram ? "_sum" : "_total"), key.Labels, sum);
                if (isHistogram)
                {
                    Line(text, name + "_count", key.Labels, count);
                }
            }
        }

        if (folder.Current() is { } current)
        {
            Head(text, "spindicators_published_age_seconds", "Time since the published warehouse was written.", "gauge");
            Line(text, "spindicators_published_age_seconds", $"{{vintage=\"{current}\"}}", (time.GetUtcNow() - File.GetLastWriteTimeUtc(folder.FileOf(current))).TotalSeconds);
        }

        Head(text, "spindicators_waiting_builds", "Builds that wait for approval.", "gauge");
        Line(text, "spindicators_waiting_builds", "", folder.Waiting().Count);
        using var me = Process.GetCurrentProcess();
        Head(text, "process_resident_memory_bytes", "Resident memory.", "gauge");
        Line(text, "process_resident_memory_bytes", "", me.WorkingSet64);
        Head(text, "process_cpu_seconds_total", "Processor time used.", "counter");
        Line(text, "process_cpu_seconds_total", "", me.TotalProcessorTime.TotalSeconds);
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (instrument.Name, instrument.Description ?? "", instrument is Histogram<double>, Labels(tags));
        values.AddOrUpdate(key, (value, 1), (_, old) => (old.Sum + value, old.Count + 1));
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>();
        foreach (var (name, value) in tags)
        {
            labels.Add($"{name}=\"{Escaped(value?.ToString() ?? "")}\"");
        }

        return labels.Count == 0 ? "" : $"{{{string.Join(',', labels)}}}";
    }

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Head(StringBuilder text, string name, string help, string type) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    private static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels).Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
}
