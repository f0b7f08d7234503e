using System.Diagnostics;
using SpIndicators.Tests.DuckDb;
using SpIndicators.Tests.Fetching;
using SpIndicators.Tests.Operations;
using SpIndicators.Tests.Pipelines;
using SpIndicators.Tests.Running;

/// <summary>
/// Found by .NET under this name when DOTNET_STARTUP_HOOKS names this assembly: lets the tests start themselves again
/// as the second process that every rule about locked files is about.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        SecondProcess.HoldIfAsked();
        RefreshProcess.RefreshIfAsked();
        FetchProcess.FetchIfAsked();
        SchedulerProcess.RunIfAsked();
        RunProcess.RunIfAsked();
    }
}

namespace SpIndicators.Tests.DuckDb
{
    using SpIndicators.DuckDb;

    /// <summary>A process of its own that holds a database open until it is disposed of.</summary>
    internal sealed class SecondProcess : IDisposable
    {
        private const string FileVariable = "SPINDICATORS_TESTS_HOLD_FILE";
        private const string Ready = "the file is open";
        private readonly Process process;

        private SecondProcess(Process process) => this.process = process;

        public static SecondProcess Holding(string path)
        {
            var tests = typeof(SecondProcess).Assembly.Location;
            var start = new ProcessStartInfo("dotnet", ["exec", tests])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                Environment = { ["DOTNET_STARTUP_HOOKS"] = tests, [FileVariable] = path },
            };
            var process = Process.Start(start)!;
            Assert.Equal(Ready, process.StandardOutput.ReadLine());
            return new(process);
        }

        public static void HoldIfAsked()
        {
            if (Environment.GetEnvironmentVariable(FileVariable) is { } path)
            {
                using (DuckDbProvider.Open(new() { DataSource = path }))
                {
                    Console.WriteLine(Ready);
                    Console.ReadLine();
                }

                Environment.Exit(0);
            }
        }

        public void Dispose()
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
