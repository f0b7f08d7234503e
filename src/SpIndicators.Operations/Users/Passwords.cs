using Microsoft.AspNetCore.Identity;
using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.Users;

/// <summary>ASP.NET Core's own hasher, and what is asked of a password.</summary>
internal static class Passwords
{
    public const int Shortest = 12;

    /// <summary>So long that nobody fits them by hand, and no hash of it takes a server's time.</summary>
    public const int Longest = 200;

    private static readonly PasswordHasher<string> Hasher = new();

    // Verified where no account is, so that an unknown name takes as long to refuse as a wrong password.
    private static readonly string Nobodys = Hasher.HashPassword("", OneTimePassword.Draw());

    public static string Hash(string password) => Hasher.HashPassword("", password);

    public static bool Fits(string hash, string password) => Hasher.VerifyHashedPassword("", hash, password) != PasswordVerificationResult.Failed;

    public static void FitNobody(string password) => Fits(Nobodys, password);

    /// <exception cref="ArgumentException">Too short or too long.</exception>
    public static void Check(string password)
    {
        if (password.Length is < Shortest or > Longest)
        {
            throw new ArgumentException($"A password has {Shortest} to {Longest} characters; this one has {password.Length}.");
        }
    }
}
