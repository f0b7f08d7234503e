using System.Security.Claims;
using SpIndicators.App.SignIn;
using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.SignIn;

/// <summary>What is read out of what a provider says of somebody.</summary>
public sealed class ProvidedClaimsTests
{
    private static readonly OpenIdSettings Settings = new() { Reader = "members", Staff = "statistics, research", Admin = "it" };

    [Theory]
    [InlineData("members", UserRole.Reader)]
    [InlineData("research", UserRole.Staff)]
    [InlineData("members;it;statistics", UserRole.Admin)]
    [InlineData("other;it ", null)]
    [InlineData("IT", null)]
    [InlineData("statistics, research", null)]
    [InlineData("", null)]
    public void Role_IsTheHighestThatTheirValuesMean(string values, UserRole? role) =>
        Assert.Equal(role, ProvidedClaims.Role(Person([.. values.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(value => ("roles", value))]), Settings));

    [Theory]
    [InlineData("realm_access.roles", """{"roles":["x","it"]}""", UserRole.Admin)]
    [InlineData("realm_access.roles", """{"roles":"members"}""", UserRole.Reader)]
    [InlineData("realm_access.roles", """{"roles":[1,null,{}]}""", null)]
    [InlineData("realm_access.roles", """["it"]""", null)]
    [InlineData("realm_access.roles", "it", null)]
    [InlineData("realm_access", "it", UserRole.Admin)]
    [InlineData("other.roles", """{"roles":["it"]}""", null)]
    public void Role_InsideAClaimThatIsJson_IsFound(string path, string value, UserRole? role) =>
        Assert.Equal(role, ProvidedClaims.Role(Person(("realm_access", value)), Settings with { RoleClaim = path }));

    [Fact]
    public void Role_OfAClaimWhoseNameHasDots_IsFound() =>
        Assert.Equal(UserRole.Admin, ProvidedClaims.Role(Person(("https://example.org/roles", "it")), Settings with { RoleClaim = "https://example.org/roles" }));

    [Theory]
    [InlineData("amina", "a@example.org", "amina")]
    [InlineData(" ", "a@example.org", "a@example.org")]
    [InlineData(null, null, "subject 1")]
    public void Name_IsTheFirstThatTheyHave(string? preferred, string? mail, string name)
    {
        var claims = new[] { ("iss", "https://id.example.org"), ("sub", "subject 1"), ("preferred_username", preferred), ("email", mail) };

        var identity = ProvidedClaims.Identity(Person([.. claims.Where(c => c.Item2 is not null).Select(c => (c.Item1, c.Item2!))]), Settings);

        Assert.Equal(new ExternalIdentity("https://id.example.org", "subject 1", name), identity);
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("sub")]
    public void Identity_WithoutIssuerOrSubject_IsNone(string missing)
    {
        var claims = new[] { ("iss", "https://id.example.org"), ("sub", "1") };

        Assert.Null(ProvidedClaims.Identity(Person([.. claims.Where(c => c.Item1 != missing)]), Settings));
    }

    private static ClaimsPrincipal Person(params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test"));
}
