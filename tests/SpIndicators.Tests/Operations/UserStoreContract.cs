using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>What local accounts promise, on either store.</summary>
public abstract class UserStoreContract(Func<Task<StorePlace>> place) : StoreContract(place)
{
    private const string Good = "correct horse battery";
    private const string Wrong = "wrong horse battery!";
    private IUserStore Users => Program.Users;

    private async Task<SignInResult> SignIn(string name, string password, CancellationToken stop) => (await Users.SignIn(name, password, "192.0.2.1", stop)).Result;

    [Fact]
    public async Task Account_Added_SignsInWhateverTheCaseOfItsName()
    {
        await Users.Add("Amina", UserRole.Staff, Good, true, Token);

        Assert.Equal(SignInResult.Ok, await SignIn("aMINA", Good, Token));
        Assert.Equal(SignInResult.Refused, await SignIn("Amina", Wrong, Token));
        Assert.Equal(SignInResult.Refused, await SignIn("nobody", Good, Token));
        var user = (await Users.Find("AMINA", Token))!;
        Assert.Equal(("Amina", UserRole.Staff, true, (DateTimeOffset?)null), (user.Name, user.Role, user.MustChangePassword, user.LockedUntil));
        Assert.Null(await Users.Find("nobody", Token));
    }

    [Theory]
    [InlineData("amina", Good, "There is an account named 'amina' already.")]
    [InlineData("", Good, "A name has 1 to 60 letters, digits, '.', '_', '-' or '@'; '' does not fit.")]
    [InlineData("a b", Good, "A name has 1 to 60 letters, digits, '.', '_', '-' or '@'; 'a b' does not fit.")]
    [InlineData("ben", "elevenchars", "A password has 12 to 200 characters; this one has 11.")]
    public async Task Account_ThatIsNotFit_IsRefusedInWords(string name, string password, string message)
    {
        await Users.Add("Amina", UserRole.Staff, Good, false, Token);

        Assert.Equal(message, (await Assert.ThrowsAsync<ArgumentException>(() => Users.Add(name, UserRole.Reader, password, false, Token))).Message);
        Assert.Single(await Users.List(Token));
    }

    [Fact]
    public async Task RightPassword_BetweenWrongOnes_BeginsTheCountAnew()
    {
        await Users.Add("amina", UserRole.Staff, Good, false, Token);
        for (var i = 0; i < 9; i++)
        {
            Assert.Equal(i == 4 ? SignInResult.Ok : SignInResult.Refused, await SignIn("amina", i == 4 ? Good : Wrong, Token));
        }
    }

    [Fact]
    public async Task WrongPasswords_ManyAtOnce_AreLookedAtNoMoreThanFiveTimes()
    {
        await Users.Add("amina", UserRole.Staff, Good, false, Token);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => SignIn("amina", Wrong, Token))));

        Assert.InRange(answers.Count(answer => answer == SignInResult.Refused), 0, 4);
        Assert.Equal(SignInResult.Locked, await SignIn("amina", Good, Token));
    }

    [Fact]
    public async Task Stamp_OfAnAccount_ChangesWithPasswordAndRole()
    {
        await Users.Add("amina", UserRole.Staff, Good, true, Token);
        var stamps = new List<string> { (await Users.Find("amina", Token))!.Stamp };

        await Users.SetPassword("amina", "another good one", false, Token);
        stamps.Add((await Users.Find("amina", Token))!.Stamp);
        await Users.SetRole("amina", UserRole.Reader, Token);
        var last = (await Users.Find("amina", Token))!;
        stamps.Add(last.Stamp);

        Assert.Equal(3, stamps.Distinct().Count());
        Assert.Equal((UserRole.Reader, false), (last.Role, last.MustChangePassword));
        Assert.Equal(SignInResult.Ok, await SignIn("amina", "another good one", Token));
        Assert.Equal(SignInResult.Refused, await SignIn("amina", Good, Token));
    }

    [Fact]
    public async Task LastAdmin_RemovedOrMadeLess_Stays()
    {
        await Users.Add("amina", UserRole.Admin, Good, false, Token);
        await Users.Add("ben", UserRole.Staff, Good, false, Token);

        var removed = await Assert.ThrowsAsync<InvalidOperationException>(() => Users.Remove("Amina", Token));
        var lessened = await Assert.ThrowsAsync<InvalidOperationException>(() => Users.SetRole("amina", UserRole.Staff, Token));

        Assert.Equal("'Amina' is the last admin and stays: make somebody else admin first.", removed.Message);
        Assert.Equal("'amina' is the last admin and stays admin: make somebody else admin first.", lessened.Message);
        await Users.SetRole("ben", UserRole.Admin, Token);
        await Users.Remove("amina", Token);
        Assert.Equal(["ben"], (await Users.List(Token)).Select(user => user.Name));
        Assert.Equal("There is no account named 'amina'.", (await Assert.ThrowsAsync<ArgumentException>(() => Users.Remove("amina", Token))).Message);
    }

    [Fact]
    public async Task TwoAdmins_RemovedAtTheSameMoment_LeaveOne()
    {
        await Users.Add("amina", UserRole.Admin, Good, false, Token);
        await Users.Add("ben", UserRole.Admin, Good, false, Token);

        await Task.WhenAll(Remove("amina"), Remove("ben"));

        Assert.Single(await Users.List(Token));

        Task Remove(string name) => Task.Run(async () =>
        {
            try
            {
                await Users.Remove(name, Token);
            }
            catch (InvalidOperationException)
            {
                // The other was first.
            }
        });
    }

    [Fact]
    public async Task FirstStart_WithoutAccounts_MakesOneAdminWithAOneTimePassword()
    {
        var passwords = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Program.Bootstrap.FirstAdmin(Token))));

        var password = Assert.Single(passwords.OfType<string>());
        var admin = Assert.Single(await Users.List(Token));
        Assert.Equal(("admin", UserRole.Admin, true), (admin.Name, admin.Role, admin.MustChangePassword));
        Assert.Equal(SignInResult.Ok, await SignIn("admin", password, Token));
        Assert.Null(await Program.Bootstrap.FirstAdmin(Token));
    }

    [Fact]
    public async Task FirstStart_WithAProvidersPeopleOnly_StillMakesTheAdmin()
    {
        await Users.SignInExternal(new("https://id.example.org", "1", "amina"), UserRole.Admin, Token);

        Assert.NotNull(await Program.Bootstrap.FirstAdmin(Token));
        Assert.Equal(["admin", "amina"], (await Users.List(Token)).Select(user => user.Name));
    }
}

public sealed class UserStoreOnSqliteTests() : UserStoreContract(StorePlace.Sqlite);

public sealed class UserStoreOnPostgreSqlTests(PostgreSqlServer server) : UserStoreContract(() => StorePlace.PostgreSql(server));
