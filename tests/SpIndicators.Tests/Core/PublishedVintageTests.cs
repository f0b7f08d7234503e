using FsCheck;
using FsCheck.Fluent;
using SpIndicators.Core.Provenance;

namespace SpIndicators.Tests.Core;

public sealed class PublishedVintageTests
{
    private static readonly Arbitrary<PublishedVintage> Vintages = (
        from day in Gen.Choose(0, DateOnly.MaxValue.DayNumber)
        from number in Gen.OneOf(Gen.Choose(1, 30), Gen.Choose(1, int.MaxValue - 1))
        select Vintage(DateOnly.FromDayNumber(day), number)).ToArbitrary();

    [Fact]
    public void Text_OfAnyVintage_ReadsBackAsTheSame() =>
        Prop.ForAll(Vintages, v => PublishedVintage.TryParse(v.ToString(), out var read) && read == v).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_OfAnyTwo_IsThatOfTheirDayAndNumber() =>
        Prop.ForAll(Vintages, Vintages, (a, b) =>
        {
            var order = a.Day != b.Day ? a.Day.CompareTo(b.Day) : a.Number.CompareTo(b.Number);
            return Math.Sign(a.CompareTo(b)) == Math.Sign(order) && (a < b) == (order < 0) && (a >= b) == (order >= 0) && a > b == b < a && a <= b == b >= a;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Next_OfADay_IsNewAndLaterThanAllOfThatDay() =>
        Prop.ForAll(Gen.Choose(1, 50).ArrayOf().ToArbitrary(), numbers =>
        {
            var day = new DateOnly(2026, 11, 22);
            var existing = numbers.Select(n => Vintage(day, n)).Append(Vintage(day.AddDays(1), 90)).ToList();
            var next = PublishedVintage.Next(day, existing);
            return next.Day == day && !existing.Contains(next) && existing.Where(v => v.Day == day).All(v => v < next);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-11-22", 1)]
    [InlineData("2026-11-22.2", 2)]
    [InlineData("2026-11-22.10", 10)]
    public void Text_OfAVintage_IsRead(string text, int number)
    {
        Assert.True(PublishedVintage.TryParse(text, out var vintage));
        Assert.Equal((new DateOnly(2026, 11, 22), number), (vintage.Day, vintage.Number));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-22.1")]
    [InlineData("2026-11-22.0")]
    [InlineData("2026-11-22.02")]
    [InlineData("2026-11-22.-2")]
    [InlineData("2026-11-22.2.3")]
    [InlineData("2026-11-22.")]
    [InlineData("2026-13-01")]
    [InlineData("2026-1-1")]
    [InlineData("22/11/2026")]
    [InlineData(" 2026-11-22")]
    [InlineData("2026-11-22\n")]
    [InlineData("2026-11-22.99999999999")]
    [InlineData("../2026-11-22")]
    public void Text_OfNoVintage_IsNotRead(string? text) => Assert.False(PublishedVintage.TryParse(text, out _));

    private static PublishedVintage Vintage(DateOnly day, int number) =>
        PublishedVintage.TryParse(number == 1 ? $"{day:yyyy-MM-dd}" : $"{day:yyyy-MM-dd}.{number}", out var vintage) ? vintage : throw new FormatException();
}
