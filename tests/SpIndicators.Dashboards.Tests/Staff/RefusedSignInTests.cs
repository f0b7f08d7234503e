using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Staff;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Dashboards.Tests.Fixtures.Staff;

namespace SpIndicators.Dashboards.Tests.Staff;

/// <summary>Whoever guesses is slowed down and written down, and cannot fill the log with it.</summary>
public sealed class RefusedSignInTests
{
    private const string Refused = "user.sign-in.refused";
    private readonly ManualTime time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("sami", "sami", "wrong password")]
    [InlineData("hunter2-hunter2", "no account of that name", "no such account")]
    public async Task RefusedSignIn_StandsInTheAuditLog_ButNotWhatMayBeAPassword(string typed, string subject, string details)
    {
        await using var dashboard = new Dashboard();
        await dashboard.InitializeAsync();
        using var visitor = new Visitor(dashboard);
        (await visitor.SignIn(typed, "wrong password")).Dispose();

        var entry = Assert.Single(dashboard.Office.Audit.Entries);
        Assert.Equal(("from 127.0.0.1", Refused, subject, details), (entry.Who, entry.Action, entry.Subject, entry.Details));
    }

    [Fact]
    public async Task ManyRefusals_OfOneNameFromOneAddress_AreOneEntryAMinute_WithTheirNumber()
    {
        var (audit, refused) = Log();
        for (var i = 0; i < 1000; i++)
        {
            await refused.Tell("admin", "192.0.2.1", "wrong password");
        }

        await refused.Flush();
        Assert.Single(audit.Entries);
        time.Advance(TimeSpan.FromMinutes(1));
        await refused.Flush();
        time.Advance(TimeSpan.FromMinutes(1));
        await refused.Flush();
        await refused.Tell("admin", "192.0.2.1", "wrong password");

        Assert.Equal(["wrong password", "wrong password; 999 more since 12:00:00 UTC", "wrong password"], audit.Entries.Select(entry => entry.Details));
    }

    [Fact]
    public async Task Refusals_WhileTheStoreIsStillWritingOne_DoNotWaitForIt()
    {
        using var audit = new SlowAudit();
        var refused = new RefusedSignIns(audit, time, NullLogger<RefusedSignIns>.Instance);
        var first = Task.Run(() => refused.Tell("admin", "192.0.2.1", "wrong password"), TestContext.Current.CancellationToken);
        audit.Began.Wait(TestContext.Current.CancellationToken);

        var second = Task.Run(() => refused.Tell("admin", "192.0.2.1", "wrong password"), TestContext.Current.CancellationToken);
        var isThrough = await Task.WhenAny(second, Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)) == second;
        audit.MayEnd.Set();
        await first;
        await refused.DisposeAsync();

        Assert.True(isThrough);
    }

    [Fact]
    public async Task ManyRefusals_FromManyAddresses_AreTwentyEntriesAndOneForAllTheOthers()
    {
        var (audit, refused) = Log();
        for (var i = 0; i < 1000; i++)
        {
            await refused.Tell("admin", $"192.0.2.{i}", "wrong password");
        }

        await refused.DisposeAsync();

        Assert.Equal(22, audit.Entries.Count);
        Assert.Equal(("from various", "various", "wrong password; 979 more since 12:00:00 UTC"), (audit.Entries[0].Who, audit.Entries[0].Subject, audit.Entries[0].Details));
    }

    [Fact]
    public async Task Passwords_ManyInAMinuteFromOneAddress_AreNoLongerLookedAt_WhateverTheNames()
    {
        await using var dashboard = Dashboard.With(new SignInOptions { TriesAMinute = 6 });
        await dashboard.InitializeAsync();
        using var visitor = new Visitor(dashboard);
        for (var i = 0; i < 6; i++)
        {
            using var looked = await visitor.SignIn($"name{i}", "wrong password", "/sign-in?lang=fr");
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        }

        using var refused = await visitor.SignIn("sami", Office.Password, "/sign-in?lang=fr");
        using var page = await visitor.Get("/sign-in");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("60", Assert.Single(refused.Headers.GetValues("Retry-After")));
        Assert.Contains("Trop de tentatives", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(("–", "too many tries in a minute"), (dashboard.Office.Audit.Entries[0].Subject, dashboard.Office.Audit.Entries[0].Details));
    }

    [Theory]
    [InlineData("/sign-in/provider")]
    [InlineData("/sign-in/answer?code=1&state=2")]
    public async Task WaysToTheProvider_ManyInAMinute_AreStopped_AndPasswordsAreNot(string address)
    {
        await using var dashboard = Dashboard.With(new SignInOptions { ProviderTriesAMinute = 3 });
        await dashboard.InitializeAsync();
        using var visitor = new Visitor(dashboard);
        for (var i = 0; i < 3; i++)
        {
            using var let = await visitor.Get(address);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, let.StatusCode);
        }

        using var stopped = await visitor.Get(address);
        using var signedIn = await visitor.SignIn("sami", Office.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.Equal(HttpStatusCode.Found, signedIn.StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    [InlineData("::1", "::1")]
    public void Address_IsCountedWithAllThatOneCustomerHas(string address, string counted) =>
        Assert.Equal(counted, RemoteAddress.Of(IPAddress.Parse(address)));

    private (FakeAudit Audit, RefusedSignIns Refused) Log()
    {
        var audit = new FakeAudit(time);
        return (audit, new RefusedSignIns(audit, time, NullLogger<RefusedSignIns>.Instance));
    }

    /// <summary>Writes when it is let, as a store whose disk is busy.</summary>
    private sealed class SlowAudit : IAuditLog, IDisposable
    {
        public ManualResetEventSlim Began { get; } = new();

        public ManualResetEventSlim MayEnd { get; } = new();

        public Task Write(string who, string action, string subject, string? details, CancellationToken cancellation)
        {
            Began.Set();
            MayEnd.Wait(CancellationToken.None);
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<AuditEntry>> List(int skip, int take, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<AuditEntry>>([]);

        public void Dispose()
        {
            Began.Dispose();
            MayEnd.Dispose();
        }
    }
}
