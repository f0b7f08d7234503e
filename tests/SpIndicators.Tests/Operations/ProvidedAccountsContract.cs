using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>What accounts of a provider's people promise, on either store.</summary>
public abstract class ProvidedAccountsContract(Func<Task<StorePlace>> place) : StoreContract(place)
{
    private const string Issuer = "https://id.example.org";
    private const string Good = "correct horse battery";
    private const string Sixty = "123456789012345678901234567890123456789012345678901234567890";

    private IUserStore Users => Program.Users;

    [Fact]
    public async Task FirstSignIn_MakesTheAccount_AndTheNextOnesFindItWhateverItIsCalled()
    {
        var first = await SignIn("1", "amina@example.org", UserRole.Staff);
        var again = await SignIn("1", "amina.married@example.org", UserRole.Staff);

        Assert.Equal(("amina@example.org", UserRole.Staff, Issuer, false), (first.User!.Name, first.User.Role, first.User.Issuer, first.User.MustChangePassword));
        Assert.Equal(first.User, again.User);
        Assert.Single(await Users.List(Token));
    }

    [Fact]
    public async Task NameOfALocalAccount_IsNeverTakenOver()
    {
        await Users.Add("Admin", UserRole.Admin, Good, false, Token);
        var before = await Users.Find("admin", Token);

        var answer = await SignIn("1", "ADMIN", UserRole.Admin);

        Assert.Equal(new ExternalAnswer(ExternalResult.NameTaken), answer);
        Assert.Equal([before!], await Users.List(Token));
        Assert.Equal(SignInResult.Ok, (await Users.SignIn("admin", Good, "192.0.2.1", Token)).Result);
    }

    [Fact]
    public async Task SameSubject_OfAnotherIssuer_IsSomebodyElse()
    {
        await SignIn("1", "amina", UserRole.Admin);

        var other = await Users.SignInExternal(new("https://evil.example.org", "1", "amina"), UserRole.Reader, Token);
        var namesake = await Users.SignInExternal(new("https://evil.example.org", "2", "ben"), UserRole.Reader, Token);

        Assert.Matches("^amina-[0-9a-f]{8}$", other.User!.Name);
        Assert.Equal(UserRole.Reader, other.User.Role);
        Assert.Equal(("ben", UserRole.Reader), (namesake.User!.Name, namesake.User.Role));
        Assert.Equal(UserRole.Admin, (await Users.Find("amina", Token))!.Role);
    }

    [Theory]
    [InlineData("a b", "a_b", "a_b")]
    [InlineData("Amina", "aMINA", "aMINA")]
    [InlineData(Sixty + "1", Sixty + "2", "123456789012345678901234567890123456789012345678901")]
    public async Task SecondPerson_OfTheSameAccountName_GetsItWithAMark_AndKeepsIt(string name, string second, string start)
    {
        var first = (await SignIn("1", name, UserRole.Staff)).User!;
        var other = (await SignIn("2", second, UserRole.Reader)).User!;

        Assert.Matches($"^{start}-[0-9a-f]{{8}}$", other.Name);
        Assert.Equal(other, (await SignIn("2", second, UserRole.Reader)).User);
        Assert.Equal(first, (await SignIn("1", name, UserRole.Staff)).User);
    }

    [Fact]
    public async Task LocalAccountsName_WithOtherLettersAtTheProvider_IsNotTakenOverEither()
    {
        await Users.Add("a_b", UserRole.Staff, Good, false, Token);

        Assert.Equal(new ExternalAnswer(ExternalResult.NameTaken), await SignIn("1", "a b", UserRole.Admin));
        Assert.Single(await Users.List(Token));
    }

    [Fact]
    public async Task SignIns_OfSomebodyWithoutARoleNow_AreEnded_AndNobodyElses()
    {
        var amina = (await SignIn("1", "amina", UserRole.Admin)).User!;
        var ben = (await SignIn("2", "ben", UserRole.Staff)).User!;

        await Users.EndSignIns(new(Issuer, "1", "whatever"), Token);
        await Users.EndSignIns(new(Issuer, "3", "ben"), Token);

        Assert.NotEqual(amina.Stamp, (await Users.Find("amina", Token))!.Stamp);
        Assert.Equal(ben, await Users.Find("ben", Token));
    }

    [Fact]
    public async Task RoleOfTheProvider_CountsAtEverySignIn_AndAnotherRoleEndsOlderSignIns()
    {
        var first = (await SignIn("1", "amina", UserRole.Admin)).User!;
        var less = (await SignIn("1", "amina", UserRole.Reader)).User!;

        Assert.Equal((UserRole.Admin, UserRole.Reader), (first.Role, less.Role));
        Assert.NotEqual(first.Stamp, less.Stamp);
        Assert.Equal(
            $"'amina' signs in by {Issuer} and has the role that it says.",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => Users.SetRole("amina", UserRole.Admin, Token))).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Good)]
    public async Task Password_FitsNoneOfThem_AndNoneIsTaken(string password)
    {
        await SignIn("1", "amina", UserRole.Staff);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Users.SetPassword("amina", Good, false, Token));

        Assert.Equal($"'amina' signs in by {Issuer} and has no password here.", refusal.Message);
        Assert.Equal(SignInResult.Refused, (await Users.SignIn("amina", password, "192.0.2.1", Token)).Result);
    }

    [Fact]
    public async Task DisabledAccount_SignsInInNoWay_UntilItIsOpenedAgain()
    {
        await Users.Add("ada", UserRole.Admin, Good, false, Token);
        await Users.Add("ben", UserRole.Staff, Good, false, Token);
        var amina = (await SignIn("1", "amina", UserRole.Staff)).User!;

        await Users.SetDisabled("ben", true, Token);
        await Users.SetDisabled("amina", true, Token);

        Assert.Equal(SignInResult.Refused, (await Users.SignIn("ben", Good, "192.0.2.1", Token)).Result);
        Assert.Equal(new ExternalAnswer(ExternalResult.Disabled), await SignIn("1", "amina", UserRole.Admin));
        var found = (await Users.Find("amina", Token))!;
        Assert.Equal((true, UserRole.Staff), (found.IsDisabled, found.Role));
        Assert.NotEqual(amina.Stamp, found.Stamp);

        await Users.SetDisabled("ben", false, Token);
        await Users.SetDisabled("amina", false, Token);

        Assert.Equal(SignInResult.Ok, (await Users.SignIn("ben", Good, "192.0.2.1", Token)).Result);
        Assert.Equal(ExternalResult.Ok, (await SignIn("1", "amina", UserRole.Staff)).Result);
    }

    [Fact]
    public async Task LastAdminWithAPassword_Stays_HoweverManyAdminsAProviderNames()
    {
        await Users.Add("ada", UserRole.Admin, Good, false, Token);
        await SignIn("1", "amina", UserRole.Admin);

        var removed = await Assert.ThrowsAsync<InvalidOperationException>(() => Users.Remove("ada", Token));
        var disabled = await Assert.ThrowsAsync<InvalidOperationException>(() => Users.SetDisabled("ada", true, Token));
        await Users.Remove("amina", Token);

        Assert.Equal("'ada' is the last admin and stays: make somebody else admin first.", removed.Message);
        Assert.Equal("'ada' is the last admin and stays in use: make somebody else admin first.", disabled.Message);
        Assert.Equal(["ada"], (await Users.List(Token)).Select(user => user.Name));
    }

    [Fact]
    public async Task FirstSignIns_OfOnePersonAtTheSameMoment_MakeOneAccount()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SignIn("1", "amina", UserRole.Staff))));

        Assert.All(answers, answer => Assert.Equal(ExternalResult.Ok, answer.Result));
        Assert.Single(await Users.List(Token));
    }

    [Theory]
    [InlineData("Amina Diallo", "Amina_Diallo")]
    [InlineData(" amina+staff@example.org ", "amina_staff@example.org")]
    [InlineData("x\u202e\nx", "x__x")]
    public async Task Name_ThatDoesNotFit_IsMadeToFit(string given, string name) =>
        Assert.Equal(name, (await SignIn("1", given, UserRole.Reader)).User!.Name);

    private Task<ExternalAnswer> SignIn(string subject, string name, UserRole role) => Users.SignInExternal(new(Issuer, subject, name), role, Token);
}

public sealed class ProvidedAccountsOnSqliteTests() : ProvidedAccountsContract(StorePlace.Sqlite);

public sealed class ProvidedAccountsOnPostgreSqlTests(PostgreSqlServer server) : ProvidedAccountsContract(() => StorePlace.PostgreSql(server));
