using System.Data.Common;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Tests.Operations;

/// <summary>What the store itself, the audit log and the policies promise, on either database.</summary>
public abstract class OperationsStoreContract(Func<Task<StorePlace>> place) : StoreContract(place)
{
    [Fact]
    public async Task Tables_MadeByManyProcessesAtOnce_AreMadeOnce()
    {
        var stores = Enumerable.Range(0, 6).Select(_ => new OperationsStore(Options(), Clock)).ToArray();

        await Task.WhenAll(stores.Select(one => Task.Run(() => one.MakeReady(Token))));

        var versions = await stores[0].Read(session => session.Query<long>("select version from schema_version order by version"), Token);
        Assert.Equal(Migrations.Of(stores[0].Engine).Select(migration => migration.Version), versions);
        Assert.All(stores, one => one.Dispose());
    }

    [Fact]
    public async Task AuditLog_WrittenTo_IsReadNewestFirst()
    {
        var audit = Program.Get<IAuditLog>();
        await audit.Write("amina", "schedule.save", "weekly", "every Monday", Token);
        Clock.Move(TimeSpan.FromMinutes(1));
        await audit.Write("ben", "run.cancel", "20261123T060000000Z-abcd", null, Token);

        var entries = await audit.List(0, 10, Token);

        Assert.Equal([("ben", "run.cancel", null), ("amina", "schedule.save", "every Monday")], entries.Select(entry => (entry.Who, entry.Action, entry.Details)));
        Assert.True(entries[0].At - entries[1].At >= TimeSpan.FromMinutes(1));
        Assert.Equal("amina", Assert.Single(await audit.List(1, 1, Token)).Who);
    }

    [Theory]
    [InlineData("delete from audit")]
    [InlineData("update audit set who = 'nobody'")]
    public async Task AuditLog_ChangedBehindTheProgramsBack_RefusesIt(string sql)
    {
        await Program.Get<IAuditLog>().Write("amina", "schedule.save", "weekly", null, Token);

        var refusal = await Assert.ThrowsAsync<SpIndicators.Operations.OperationsException>(() => Program.Store.Write("A change", session => session.Execute(sql), Token));

        Assert.Contains("The audit log only grows.", refusal.Message, StringComparison.Ordinal);
        Assert.IsType<DbException>(refusal.InnerException, exactMatch: false);
        Assert.Equal("amina", Assert.Single(await Program.Get<IAuditLog>().List(0, 10, Token)).Who);
    }

    [Fact]
    public async Task Policies_Chosen_AreTheLastChoice()
    {
        var policies = Program.Get<IPublishPolicies>();
        Assert.Empty(await policies.All(Token));

        await policies.Choose("unsd_sdg", PublishPolicy.HoldOnWarnings, Token);
        await policies.Choose("imf_weo", PublishPolicy.HoldOnWarnings, Token);
        await policies.Choose("imf_weo", PublishPolicy.Automatic, Token);

        var all = await policies.All(Token);
        Assert.Equal((PublishPolicy.HoldOnWarnings, PublishPolicy.Automatic, 2), (all["unsd_sdg"], all["imf_weo"], all.Count));
    }
}

public sealed class OperationsStoreOnSqliteTests() : OperationsStoreContract(StorePlace.Sqlite);

public sealed class OperationsStoreOnPostgreSqlTests(PostgreSqlServer server) : OperationsStoreContract(() => StorePlace.PostgreSql(server));
