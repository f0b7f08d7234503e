using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>What wrong passwords come to, on either store: a guesser is stopped, and whoever comes from where they were before gets in.</summary>
public abstract class PasswordTriesContract(Func<Task<StorePlace>> place) : StoreContract(place)
{
    private const string Good = "correct horse battery";
    private const string Wrong = "wrong horse battery!";
    private const string Home = "192.0.2.1";
    private const string Elsewhere = "198.51.100.7";

    private IUserStore Users => Program.Users;

    [Theory]
    [InlineData("amina")]
    [InlineData("nobody")]
    public async Task FiveWrongPasswords_LockForFifteenMinutes_WhetherThereIsSuchAnAccountOrNot(string name)
    {
        await Users.Add("amina", UserRole.Staff, Good, false, Token);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(SignInResult.Refused, await SignIn(name, Wrong, Home));
        }

        var locked = await Users.SignIn(name, Wrong, Home, Token);

        Assert.Equal(SignInResult.Locked, locked.Result);
        Assert.InRange(locked.LockedUntil!.Value - Clock.GetUtcNow(), TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Equal(SignInResult.Locked, await SignIn(name, Good, Home));
        Clock.Move(TimeSpan.FromMinutes(15));
        Assert.Equal(name == "amina" ? SignInResult.Ok : SignInResult.Refused, await SignIn(name, Good, Home));
    }

    [Fact]
    public async Task Lock_OfAGuesser_LeavesTheOwnerIn()
    {
        await Users.Add("admin", UserRole.Admin, Good, false, Token);
        await Guess("admin", 5, _ => Elsewhere);

        Assert.Equal(SignInResult.Locked, await SignIn("admin", Good, Elsewhere));
        Assert.Equal(SignInResult.Ok, await SignIn("admin", Good, Home));
        Assert.Null((await Users.Find("admin", Token))!.LockedUntil);
    }

    [Fact]
    public async Task FiftyGuesses_FromManyAddresses_LockTheAccountForAllButWhereItCameFrom()
    {
        await Users.Add("admin", UserRole.Admin, Good, false, Token);
        Assert.Equal(SignInResult.Ok, await SignIn("admin", Good, Home));

        await Guess("admin", 50, i => $"203.0.113.{i / 4}");

        Assert.Equal(SignInResult.Locked, await SignIn("admin", Good, Elsewhere));
        Assert.NotNull((await Users.Find("admin", Token))!.LockedUntil);
        Assert.Equal(SignInResult.Ok, await SignIn("admin", Good, Home));
        Clock.Move(TimeSpan.FromHours(1));
        Assert.Equal(SignInResult.Ok, await SignIn("admin", Good, Elsewhere));
    }

    [Fact]
    public async Task AddressItCameFrom_AMonthAgo_IsNoLongerKnown()
    {
        await Users.Add("admin", UserRole.Admin, Good, false, Token);
        Assert.Equal(SignInResult.Ok, await SignIn("admin", Good, Home));
        Clock.Move(TimeSpan.FromDays(31));

        await Guess("admin", 50, i => $"203.0.113.{i / 4}");

        Assert.Equal(SignInResult.Locked, await SignIn("admin", Good, Home));
    }

    [Fact]
    public async Task NewPassword_EndsEveryLock()
    {
        await Users.Add("admin", UserRole.Admin, Good, false, Token);
        await Guess("admin", 50, i => $"203.0.113.{i / 4}");
        await Guess("admin", 5, _ => Home);

        await Users.SetPassword("admin", "another good one", true, Token);

        Assert.Equal(SignInResult.Ok, await SignIn("admin", "another good one", Home));
        Assert.Equal(SignInResult.Ok, await SignIn("admin", "another good one", Elsewhere));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("nobody")]
    public async Task FiftyGuesses_FromManyAddresses_LockForAnHour_WhetherThereIsSuchAnAccountOrNot(string name)
    {
        await Users.Add("admin", UserRole.Admin, Good, false, Token);
        await Guess(name, 50, i => $"203.0.113.{i / 4}");

        var locked = await Users.SignIn(name, Good, Elsewhere, Token);

        Assert.Equal(SignInResult.Locked, locked.Result);
        Assert.InRange(locked.LockedUntil!.Value - Clock.GetUtcNow(), TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));
        Clock.Move(TimeSpan.FromHours(1));
        Assert.Equal(name == "admin" ? SignInResult.Ok : SignInResult.Refused, await SignIn(name, Good, Elsewhere));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("nobody")]
    public async Task Guesses_BeforeADayOfQuiet_AreForgotten_WhetherThereIsSuchAnAccountOrNot(string name)
    {
        await Users.Add("admin", UserRole.Admin, Good, false, Token);
        await Guess(name, 49, i => $"203.0.113.{i / 4}");
        Clock.Move(TimeSpan.FromDays(1.1));

        Assert.Equal(SignInResult.Refused, await SignIn(name, Wrong, Elsewhere));
    }

    // Those two once shared a count.
    [Fact]
    public async Task NamesOfNobody_FromOneAddress_AreEachCountedByThemselves()
    {
        foreach (var name in new[] { "stranger1", "stranger4" })
        {
            for (var i = 0; i < 4; i++)
            {
                Assert.Equal(SignInResult.Refused, await SignIn(name, Wrong, Elsewhere));
            }
        }

        Assert.Equal(SignInResult.Locked, await SignIn("stranger1", Wrong, Elsewhere));
    }

    [Fact]
    public async Task NamesOfNobody_AreKeptAsAHash_ForADay()
    {
        await SignIn("hunter2-hunter2", Wrong, Elsewhere);
        var kept = await Names();
        Clock.Move(TimeSpan.FromDays(1.1));
        await SignIn("stranger", Wrong, Home);

        Assert.DoesNotContain("hunter", Assert.Single(kept), StringComparison.Ordinal);
        Assert.NotEqual(kept, await Names());
        Assert.Single(await Names());
    }

    [Fact]
    public async Task Counts_MoreThanFiftyThousand_LoseTheOldest()
    {
        var now = Clock.GetUtcNow().UtcTicks;
        await Program.Store.Write("Many counts", session => session.Execute(
            """
            insert into sign_in_try (name_key, address, failures, last_at)
            with recursive nth(n) as (select 1 union all select n + 1 from nth where n < 50010)
            select 'name' || n, '192.0.2.9', 1, @now - n from nth
            """, new { now }), Token);

        await SignIn("stranger", Wrong, Home);

        var names = await Names();
        Assert.InRange(names.Count, 49_990, 50_005);
        Assert.Contains("name1", names);
        Assert.DoesNotContain("name50010", names);
    }

    private Task<List<string>> Names() => Program.Store.Read(session => session.Query<string>("select distinct name_key from sign_in_try"), Token);

    private async Task<SignInResult> SignIn(string name, string password, string address) => (await Users.SignIn(name, password, address, Token)).Result;

    private async Task Guess(string name, int times, Func<int, string> address)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.NotEqual(SignInResult.Ok, await SignIn(name, Wrong, address(i)));
        }
    }
}

public sealed class PasswordTriesOnSqliteTests() : PasswordTriesContract(StorePlace.Sqlite);

public sealed class PasswordTriesOnPostgreSqlTests(PostgreSqlServer server) : PasswordTriesContract(() => StorePlace.PostgreSql(server));
