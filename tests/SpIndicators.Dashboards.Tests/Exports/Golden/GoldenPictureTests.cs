using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Tests.Exports.Pictures;
using SpIndicators.Dashboards.Tests.Exports.Reading;

namespace SpIndicators.Dashboards.Tests.Exports.Golden;

/// <summary>
/// Every kind of chart looks as it did when it was last looked at. Needs a browser (CHROMIUM, or on the path). After a change
/// that is meant, run these tests with GOLDEN=renew, look at the pictures beside this file, and commit them.
/// </summary>
public sealed class GoldenPictureTests(PaintingBrowser browser) : IClassFixture<PaintingBrowser>
{
    public static TheoryData<string> Names => [.. SomePictures.Kinds.Keys, "panels"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Picture_OfAKind_LooksAsTheOneThatIsKept(string name)
    {
        var painted = await Paint(name, Spec(name));
        if (Environment.GetEnvironmentVariable("GOLDEN") == "renew")
        {
            await File.WriteAllBytesAsync(GoldenPicture.FileOf(name), painted.ToPng(), TestContext.Current.CancellationToken);
        }

        var kept = Kept(name);
        if (!GoldenPicture.IsSame(kept, painted))
        {
            var seen = Path.Combine(Directory.CreateDirectory(Path.Combine(GoldenPicture.Root, "artifacts", "golden")).FullName, $"{name}.png");
            await File.WriteAllBytesAsync(seen, painted.ToPng(), TestContext.Current.CancellationToken);
            Assert.Fail($"{name} is off by {GoldenPicture.Difference(kept, painted)}. Compare {seen} with {GoldenPicture.FileOf(name)}.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Picture_SmoothedInAnotherWay_IsStillTheSame(string name) =>
        Assert.True(GoldenPicture.IsSame(Kept(name), await Paint(name, Spec(name), detail: 2)), $"{name} is off by {GoldenPicture.Difference(Kept(name), await Paint(name, Spec(name), detail: 2))}.");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Picture_ThatLacksAMark_IsAnother(string name)
    {
        var spec = Spec(name);
        // One that no other covers, and not the smallest island.
        var lost = name switch { "map" => spec.Marks.Single(mark => mark.RefArea == "URY"), "scatter" => spec.Marks.MaxBy(mark => mark.Value + mark.Against), _ => spec.Marks[2] };
        var lacking = await Paint(name, spec with { Marks = [.. spec.Marks.Select(mark => mark == lost ? mark with { Value = null, ValueLabel = null, Flags = [] } : mark)] });

        Assert.NotNull(lost!.Value);
        Assert.False(GoldenPicture.IsSame(Kept(name), lacking));
    }

    [Theory]
    [InlineData("map", "KEN")]
    [InlineData("bars", null)]
    [InlineData("ranking", null)]
    [InlineData("dumbbell", null)]
    public async Task Picture_WithOneMarkInAnotherColour_IsAnother(string name, string? area)
    {
        var spec = Spec(name);
        var changed = spec.Marks.First(mark => mark.Value is not null && (area is null || mark.RefArea == area));
        var bin = spec.Bins.First(other => other.Key != changed.Bin);
        var other = await Paint(name, spec with { Marks = [.. spec.Marks.Select(mark => mark == changed ? mark with { Bin = bin.Key } : mark)] });

        Assert.False(GoldenPicture.IsSame(Kept(name), other));
    }

    [Theory]
    [InlineData("line")]
    [InlineData("panels")]
    public async Task Picture_WithOneLineInAnotherColour_IsAnother(string name)
    {
        var spec = Spec(name);
        var other = await Paint(name, spec with { Series = [spec.Series[0] with { Colour = "gap-5" }, .. spec.Series.Skip(1)] });

        Assert.False(GoldenPicture.IsSame(Kept(name), other));
    }

    [Theory]
    [InlineData("ranking")]
    [InlineData("line")]
    [InlineData("scatter")]
    public async Task Picture_WithOneMarkElsewhere_IsAnother(string name)
    {
        var spec = Spec(name);
        var moved = spec.Marks.MaxBy(mark => mark.Value)!;
        var other = await Paint(name, spec with { Marks = [.. spec.Marks.Select(mark => mark == moved ? mark with { Value = mark.Value - 4 } : mark)] });

        Assert.False(GoldenPicture.IsSame(Kept(name), other));
    }

    private static Raster Kept(string name) => Raster.Read(File.ReadAllBytes(GoldenPicture.FileOf(name)));

    private static ChartSpec Spec(string name) => name == "panels" ? SomePictures.Panels : SomePictures.Kinds[name];

    private Task<Raster> Paint(string name, ChartSpec spec, int detail = 1) =>
        GoldenPicture.Paint(browser.Chromium, spec, name == "panels" ? SomePictures.PanelsOf(spec) : null, detail);
}

/// <summary>One browser for all pictures of a class.</summary>
public sealed class PaintingBrowser : IAsyncDisposable
{
    internal Chromium Chromium { get; } = new(new ChromiumOptions { Path = Environment.GetEnvironmentVariable("CHROMIUM"), Timeout = TimeSpan.FromMinutes(1) });

    public ValueTask DisposeAsync() => Chromium.DisposeAsync();
}
