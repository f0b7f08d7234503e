using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SpIndicators.App.Observability;

/// <summary>Sends traces and metrics by OTLP where its standard variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says so; else nothing.</summary>
internal sealed class OpenTelemetryExport : IDisposable
{
    private readonly TracerProvider traces;
    private readonly MeterProvider metrics;

    private OpenTelemetryExport()
    {
        traces = Sdk.CreateTracerProviderBuilder().AddSource(RefreshTelemetry.Name, "Microsoft.AspNetCore", "Quartz").AddOtlpExporter().Build();
        metrics = Sdk.CreateMeterProviderBuilder().AddMeter(RefreshTelemetry.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime").AddOtlpExporter().Build();
    }

    /// <returns>Null where nobody asked for it.</returns>
    public static OpenTelemetryExport? Start() =>
        Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 } ? new OpenTelemetryExport() : null;

    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }
}
