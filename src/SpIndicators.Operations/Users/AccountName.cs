using System.Security.Cryptography;
using System.Text;
using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.Users;

/// <summary>What an account may be called.</summary>
internal static class AccountName
{
    private const int Longest = 60;
    private const int LengthOfMark = 8;

    /// <exception cref="ArgumentException">It does not fit.</exception>
    public static void Check(string name)
    {
        if (name.Length is 0 or > Longest || !name.All(Fits))
        {
            throw new ArgumentException($"A name has 1 to {Longest} letters, digits, '.', '_', '-' or '@'; '{name}' does not fit.");
        }
    }

    /// <summary>A name that somebody else gave, made to fit: whatever else is in it becomes '_'.</summary>
    public static string Of(string given)
    {
        var name = string.Concat(given.Trim().Select(letter => Fits(letter) ? letter : '_'));
        return name.Length > Longest ? name[..Longest] : name;
    }

    /// <summary>For whoever comes second to a name: the same with a mark, which follows from who they are and so stays theirs.</summary>
    public static string Marked(string name, ExternalIdentity who)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{who.Issuer}\n{who.Subject}"));
        var room = Longest - LengthOfMark - 1;
        return $"{(name.Length > room ? name[..room] : name)}-{Convert.ToHexStringLower(hash)[..LengthOfMark]}";
    }

    private static bool Fits(char letter) => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '@';
}
