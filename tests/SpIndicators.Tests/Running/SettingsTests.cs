using SpIndicators.App;
using SpIndicators.App.Console;
using SpIndicators.Pipelines;
using SpIndicators.Tests.DuckDb;

namespace SpIndicators.Tests.Running;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Settings_OfNobody_HaveNoAlertsAndSqlite()
    {
        var settings = Settings.Of(Home);

        Assert.Null(settings.Alerts.Webhook);
        Assert.Null(settings.Alerts.Smtp);
        Assert.Null(settings.PostgreSql);
        Assert.False(settings.UsesHangfire);
        Assert.Equal(24, settings.Retention.KeepVintages);
        Assert.Empty(settings.Fetch.BaseAddresses);
        Assert.Null(settings.OpenIdConnect);
        Assert.True(settings.TrustedProxies.IsEmpty);
        Assert.True(settings.MetricsFor.IsEmpty);
    }

    [Fact]
    public void Settings_OfAFile_AreRead()
    {
        Write("""
            { "PostgreSql": "Host=db", "Agencies": { "ilo_sdmx": "http://mirror.example.org/" }, "Retention": { "KeepVintages": 3 },
              "Alerts": { "Webhook": "https://example.org/hook", "Smtp": { "Host": "mail.example.org", "From": "a@example.org", "To": "b@example.org" } } }
            """);

        var settings = Settings.Of(Home);

        Assert.Equal(("Host=db", 3), (settings.PostgreSql, settings.Retention.KeepVintages));
        Assert.Equal(new Uri("http://mirror.example.org/"), settings.Fetch.BaseAddresses["ilo_sdmx"]);
        Assert.Equal(("mail.example.org", 587, true), (settings.Alerts.Smtp!.Host, settings.Alerts.Smtp.Port, settings.Alerts.Smtp.Tls));
    }

    [Fact]
    public void Settings_OfAProvider_AreRead_AndItIsCalledByItsHostUnlessNamed()
    {
        Write("""{ "OpenIdConnect": { "Authority": "https://id.example.org/realms/ilo", "ClientId": "spi", "ClientSecret": "x", "Admin": "it" } }""");

        var provider = Settings.Of(Home).OpenIdConnect!;

        Assert.Equal(("https://id.example.org/realms/ilo", "id.example.org", "roles", "it"), ($"{provider.Authority}", provider.Name, provider.RoleClaim, provider.Admin));
    }

    [Theory]
    [InlineData("""{ "Agencies": { "ilo_sdmx": "ftp://mirror" } }""", "Agencies:ilo_sdmx is a web address (https://…), not 'ftp://mirror'")]
    [InlineData("""{ "Retention": { "KeepVintages": 1 } }""", "Retention:KeepVintages is at least 2, so that a rollback is possible, not 1")]
    [InlineData("""{ "Retention": { "KeepVintages": "many" } }""", "many")]
    [InlineData("""{ "Alerts": { "Smtp": { "Host": "mail" } } }""", "Alerts:Smtp need Host, From and To")]
    [InlineData("""{ "Alerts": { "Webhook": "nowhere" } }""", "Alerts:Webhook is a web address")]
    [InlineData("""{ "scheduler": "cron" }""", "The setting Scheduler is quartz or hangfire, not 'cron'.")]
#if !FULL_FEED
    [InlineData("""{ "scheduler": "hangfire" }""", "This program was built without Hangfire; build it with -p:FullFeed=true, or leave the setting Scheduler out.")]
#endif
    [InlineData("""{ "Agencies": """, "settings.json")]
    [InlineData("""{ "TrustedProxies": "10.0.0.1, proxy" }""", "TrustedProxies is a list of addresses and networks (10.0.0.5, 10.1.0.0/16), and 'proxy' is neither")]
    [InlineData("""{ "Metrics": { "Allow": "10.0.0.0/33" } }""", "Metrics:Allow is a list of addresses and networks (10.0.0.5, 10.1.0.0/16), and '10.0.0.0/33' is neither")]
    [InlineData("""{ "OpenIdConnect": { "Authority": "http://id.example.org", "ClientId": "spi", "ClientSecret": "x", "Staff": "y" } }""", "OpenIdConnect:Authority is the provider's address and begins with https:// (http:// only on this machine); it is 'http://id.example.org'")]
    [InlineData("""{ "OpenIdConnect": { "ClientId": "spi" } }""", "OpenIdConnect:Authority is the provider's address and begins with https:// (http:// only on this machine); it is ''")]
    [InlineData("""{ "OpenIdConnect": { "Authority": "https://id.example.org", "ClientId": "spi", "Staff": "y" } }""", "OpenIdConnect need ClientId and ClientSecret")]
    [InlineData("""{ "OpenIdConnect": { "Authority": "https://id.example.org", "ClientId": "spi", "ClientSecret": "x" } }""", "with none of them nobody could sign in")]
    public void Settings_ThatCannotBe_AreRefusedByName(string text, string says)
    {
        Write(text);

        var error = Assert.Throws<UsageException>(() => Settings.Of(Home));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quartz", false)]
    [InlineData("Quartz", false)]
    [InlineData("", false)]
#if FULL_FEED
    [InlineData("hangfire", true)]
    [InlineData("Hangfire", true)]
#endif
    public void Scheduler_IsTheOneOfTheSettings(string name, bool isHangfire)
    {
        Write($$"""{ "scheduler": "{{name}}" }""");

        Assert.Equal(isHangfire, Settings.Of(Home).UsesHangfire);
    }

    public void Dispose() => folder.Dispose();

    private WarehouseHome Home => new(Path.GetDirectoryName(folder.File("settings.json"))!);

    private void Write(string text) => File.WriteAllText(folder.File("settings.json"), text);
}
