#if FULL_FEED
namespace SpIndicators.Tests.Operations;

public sealed class HangfireOnSqliteTests() : RefreshSchedulerContract(async () => (await StorePlace.Sqlite()).UnderHangfire());

public sealed class HangfireOnPostgreSqlTests(PostgreSqlServer server) : RefreshSchedulerContract(async () => (await StorePlace.PostgreSql(server)).UnderHangfire());

public sealed class HangfireClockOnSqliteTests() : RefreshClockContract(async () => (await StorePlace.Sqlite()).UnderHangfire());

public sealed class HangfireClockOnPostgreSqlTests(PostgreSqlServer server) : RefreshClockContract(async () => (await StorePlace.PostgreSql(server)).UnderHangfire());

public sealed class TwoHangfireProcessesOnSqliteTests() : TwoProcessesContract(async () => (await StorePlace.Sqlite()).UnderHangfire());

public sealed class TwoHangfireProcessesOnPostgreSqlTests(PostgreSqlServer server)
    : TwoProcessesContract(async () => (await StorePlace.PostgreSql(server)).UnderHangfire());

public sealed class HangfireWaysOnSqliteTests() : HangfireWaysContract(async () => (await StorePlace.Sqlite()).UnderHangfire());

public sealed class HangfireWaysOnPostgreSqlTests(PostgreSqlServer server) : HangfireWaysContract(async () => (await StorePlace.PostgreSql(server)).UnderHangfire());
#else
namespace SpIndicators.Tests.Operations;

/// <summary>Without its packages the contract tests of Hangfire do not exist; <c>./test</c> says that they were not run.</summary>
public sealed class HangfireTests
{
    [Fact]
    public async Task Hangfire_InAProgramBuiltWithoutIt_IsRefusedInWords()
    {
        await using var place = (await StorePlace.Sqlite()).UnderHangfire();

        var refusal = Assert.Throws<InvalidOperationException>(() => new OperationsProgram(place.Options(), TimeProvider.System));

        Assert.Equal("This program was built without Hangfire; build it with -p:FullFeed=true, or leave the setting Scheduler out.", refusal.Message);
    }
}
#endif
