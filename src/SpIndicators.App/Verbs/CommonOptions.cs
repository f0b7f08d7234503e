using System.CommandLine;
using SpIndicators.Pipelines;

namespace SpIndicators.App.Verbs;

/// <summary>Options every verb takes.</summary>
public sealed class CommonOptions
{
    public Option<string> Home { get; } = new("--home")
    {
        Description = "Folder of snapshots, code lists and the warehouse (default: $SPI_HOME, else data)",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("SPI_HOME") is { Length: > 0 } home ? home : "data",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Machine-readable output on standard output" };

    public Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "Say more on standard error" };

    public IEnumerable<Option> All => [Home, Json, Verbose];

    /// <exception cref="Console.UsageException">There is no such folder.</exception>
    public WarehouseHome HomeOf(ParseResult parsed)
    {
        var path = Path.GetFullPath(parsed.GetValue(Home)!);
        return Directory.Exists(path)
            ? new WarehouseHome(path)
            : throw new Console.UsageException($"There is no folder {path}. Start in the project's folder, or name the data folder with --home.");
    }
}
