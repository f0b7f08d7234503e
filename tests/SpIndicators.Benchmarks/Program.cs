using SpIndicators.Benchmarks;

// One command, `dotnet run -c Release --project tests/SpIndicators.Benchmarks`, prints every line of the bench.
// Each timed run is a process of its own (`child KIND`), so that peak memory and caches are its own too.
return args is ["child", var kind, var home, var scratch] ? Child.Run(kind, home, scratch) : RefreshBench.Run(args);
