using System.Globalization;
using Xunit.Sdk;

namespace SpIndicators.Browser.Tests;

/// <summary>One look at one page.</summary>
/// <param name="Name">What its screenshots are called.</param>
/// <param name="Path">Path and query without the language: <c>/indicator?contingency=OLDAGE</c>.</param>
/// <param name="Language">en, fr or es.</param>
/// <param name="Width">Of the window, in pixels.</param>
public sealed record PageVisit(string Name, string Path, string Language = "en", int Width = 1440) : IXunitSerializable
{
    /// <summary>For xunit, which builds the visit again in the process that runs the tests.</summary>
    public PageVisit() : this("", "") { }

    public string Name { get; private set; } = Name;

    public string Path { get; private set; } = Path;

    public string Language { get; private set; } = Language;

    public int Width { get; private set; } = Width;

    public string Url => $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={Language}";

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(Path), Path);
        info.AddValue(nameof(Language), Language);
        info.AddValue(nameof(Width), Width);
    }

    public void Deserialize(IXunitSerializationInfo info)
    {
        Name = info.GetValue<string>(nameof(Name))!;
        Path = info.GetValue<string>(nameof(Path))!;
        Language = info.GetValue<string>(nameof(Language))!;
        Width = info.GetValue<int>(nameof(Width));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}-{Language}-{Width}");
}
