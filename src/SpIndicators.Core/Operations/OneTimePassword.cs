using System.Security.Cryptography;

namespace SpIndicators.Core.Operations;

/// <summary>Four groups of five letters and digits that are not taken for one another when read out or copied by hand: about 98 bits.</summary>
public static class OneTimePassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int InAGroup = 5;

    public static string Draw() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, InAGroup)));
}
