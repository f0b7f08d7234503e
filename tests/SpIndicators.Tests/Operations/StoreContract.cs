using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>A fresh store for each test of a contract, a clock of its own, and as many programs on it as the test asks for.</summary>
public abstract class StoreContract(Func<Task<StorePlace>> place) : IAsyncLifetime
{
    private readonly List<OperationsProgram> programs = [];
    private StorePlace store = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected MovedClock Clock { get; } = new(new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));

    /// <summary>The program most tests need only one of.</summary>
    private protected OperationsProgram Program { get; private set; } = null!;

    protected IRunJournal Journal => Program.Journal;

    public async ValueTask InitializeAsync()
    {
        store = await place();
        Program = Another();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs)
        {
            await program.DisposeAsync();
        }

        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected SpIndicators.Operations.OperationsOptions Options(bool runsJobs = false) => store.Options(runsJobs);

    private protected OperationsProgram Another(bool runsJobs = false)
    {
        var another = new OperationsProgram(store.Options(runsJobs), Clock);
        programs.Add(another);
        return another;
    }
}
