using System.Security.Cryptography;

namespace SpIndicators.Dashboards.Pages.Staff.Users;

/// <summary>Four groups of five letters and digits that are not taken for one another when read out: about 98 bits.</summary>
internal static class OneTimePassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int InAGroup = 5;

    public static string Draw() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, InAGroup)));
}
