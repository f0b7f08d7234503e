namespace SpIndicators.Operations.Users;

/// <summary>What an account may be called.</summary>
internal static class AccountName
{
    private const int Longest = 60;

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

    private static bool Fits(char letter) => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '@';
}
