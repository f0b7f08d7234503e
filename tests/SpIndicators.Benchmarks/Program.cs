using SpIndicators.Benchmarks;

// One command, `dotnet run -c Release --project tests/SpIndicators.Benchmarks`, prints every line of the bench.
// Each timed run is a process of its own (`child KIND`), so that peak memory and caches are its own too.
// `-- exports` writes a million rows in each format, of the file published in `data` (or in the home that follows).
// `-- pages` opens pages in a browser (CHROMIUM says which) as a slow telephone would.
return args switch
{
    ["child", var kind, var home, var scratch] => Child.Run(kind, home, scratch),
    ["exports", .. var home] => await ExportBench.Run(home is [var other] ? other : "data"),
    ["pages"] => await PageBench.Run(),
    _ => RefreshBench.Run(args),
};
