using SpIndicators.Benchmarks;

// One command, `dotnet run -c Release --project tests/SpIndicators.Benchmarks`, prints every line of the bench.
// Each timed run is a process of its own (`child KIND`), so that peak memory and caches are its own too.
// `-- exports` asks the running program for pictures, briefs and tables, and writes a million rows in each format (of the
// file it has published, or of the home that follows); `-- briefs` prints the briefs of all countries. CHROMIUM says with which browser.
// `-- pages` opens pages in a browser (CHROMIUM says which) as a slow telephone would.
return args switch
{
    ["child", var kind, var home, var scratch] => Child.Run(kind, home, scratch),
    ["exports", .. var home] => await TakeawayBench.Run(home is [var other] ? other : null),
    ["briefs"] => await TakeawayBench.Briefs(),
    ["pages"] => await PageBench.Run(),
    _ => RefreshBench.Run(args),
};
