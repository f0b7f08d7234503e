using System.Diagnostics.CodeAnalysis;

namespace SpIndicators.Dashboards.Languages;

/// <summary>A language the pages speak. The code is what the URL and <c>&lt;html lang&gt;</c> say.</summary>
public sealed record Language
{
    private Language(string code, string nativeName) => (Code, NativeName) = (code, nativeName);

    public static Language English { get; } = new("en", "English");

    public static Language French { get; } = new("fr", "Français");

    public static Language Spanish { get; } = new("es", "Español");

    public static IReadOnlyList<Language> All { get; } = [English, French, Spanish];

    public string Code { get; }

    /// <summary>As its speakers call it, for the language switch.</summary>
    public string NativeName { get; }

    public static bool TryParse(string? code, [NotNullWhen(true)] out Language? language)
    {
        language = All.FirstOrDefault(known => string.Equals(known.Code, code, StringComparison.OrdinalIgnoreCase));
        return language is not null;
    }

    /// <summary>The one of three words that is in this language, for names that come from the data.</summary>
    public string Pick(string english, string french, string spanish) =>
        this == French ? french : this == Spanish ? spanish : english;

    public override string ToString() => Code;
}
