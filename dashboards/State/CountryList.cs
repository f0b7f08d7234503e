using System.Collections;

namespace SpIndicators.Dashboards.State;

/// <summary>Area codes in order, without repetition; two lists with the same codes in the same order are equal.</summary>
public sealed class CountryList(IEnumerable<string> codes) : IReadOnlyList<string>, IEquatable<CountryList>
{
    private readonly string[] codes = [.. codes.Distinct()];

    public static CountryList Empty { get; } = new([]);

    public int Count => codes.Length;

    public string this[int index] => codes[index];

    public CountryList With(string code) => new([.. codes, code]);

    public CountryList Without(string code) => new(codes.Where(c => c != code));

    public IEnumerator<string> GetEnumerator() => codes.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(CountryList? other) => other is not null && codes.AsSpan().SequenceEqual(other.codes);

    public override bool Equals(object? obj) => Equals(obj as CountryList);

    public override int GetHashCode() => string.Join('~', codes).GetHashCode(StringComparison.Ordinal);

    public override string ToString() => string.Join('~', codes);
}
