#if FULL_FEED
namespace SpIndicators.Tests.Operations;

public sealed class HangfireOnSqliteTests() : RefreshSchedulerContract(async () => (await StorePlace.Sqlite()).UnderHangfire());

public sealed class HangfireOnPostgreSqlTests(PostgreSqlServer server) : RefreshSchedulerContract(async () => (await StorePlace.PostgreSql(server)).UnderHangfire());
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

        Assert.Equal("This program was built without Hangfire; build it with -p:FullFeed=true, or leave the setting out.", refusal.Message);
    }
}
#endif
