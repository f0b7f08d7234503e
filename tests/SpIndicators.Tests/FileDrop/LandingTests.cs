using System.Security.Cryptography;
using System.Text;
using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.FileDrop;

/// <summary>Each upload makes a whole vintage: what others brought stays, what the same producer said of a country is replaced.</summary>
public sealed class LandingTests : IDisposable
{
    private const string Header = "country,branch,sex,year,rate\n";
    private readonly DroppedFile dropped = new();

    [Fact]
    public async Task Upload_TheFirst_LandsRowsCardAndTheFileAsItWas()
    {
        var bytes = Workbook.Of("S", ["country", "branch", "sex", "year", "rate"], ["Kenya", "OLDAGE", "_T", 2021, 24.8], ["Kenya", "OLDAGE", "F", 2021, 21]);

        var vintage = await dropped.Land(bytes, "my figures.xlsx");

        var snapshot = Assert.Single(dropped.Landed);
        Assert.Equal(snapshot.Vintage, vintage);
        Assert.Equal(
            [
                "KEN,OLDAGE,F,2021,21,,Kenya National Bureau of Statistics,Economic Survey 2022,CC BY 4.0,",
                "KEN,OLDAGE,_T,2021,24.8,,Kenya National Bureau of Statistics,Economic Survey 2022,CC BY 4.0,",
            ],
            dropped.Lines());
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Assert.Contains($"Uploaded by amina: 'my figures.xlsx', sha256 {sha256}, 2 rows", snapshot.Notes, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(dropped.Home.Uploads, sha256), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Upload_OfTheSameProducer_ReplacesItsCountriesAndNothingElse()
    {
        await dropped.Land(Header + "KEN,OLDAGE,_T,2020,20\nKEN,OLDAGE,_T,2021,21\nUGA,OLDAGE,_T,2021,5\n");
        await dropped.Land(Header + "KEN,UNEMP,_T,2021,3\n", DroppedFile.Bureau with { Producer = "COTU" });

        await dropped.Land(Header + "KEN,OLDAGE,_T,2021,24.8\n", DroppedFile.Bureau with { Producer = "kenya national bureau of statistics" });

        Assert.Equal(3, dropped.Landed.Count);
        Assert.Equal(["KEN,OLDAGE,_T,2021,24.8", "KEN,UNEMP,_T,2021,3", "UGA,OLDAGE,_T,2021,5"], dropped.Lines().Select(line => string.Join(',', line.Split(',').Take(5))));
    }

    [Fact]
    public async Task Upload_OfAFigureThatAnotherProducerHas_IsRefusedByName()
    {
        await dropped.Land(Header + "KEN,OLDAGE,_T,2021,24.8\n");

        var refused = await Assert.ThrowsAsync<DropException>(() => dropped.Land(Header + "KEN,OLDAGE,_T,2021,30\n", DroppedFile.Bureau with { Producer = "COTU" }));

        Assert.Contains("'Kenya National Bureau of Statistics' has a figure of KEN, OLDAGE, _T, 2021 already", refused.Message, StringComparison.Ordinal);
        Assert.Single(dropped.Landed);
    }

    [Fact]
    public async Task Upload_OfTheSameFigures_IsNoNewVintage()
    {
        await dropped.Land(Header + "KEN,OLDAGE,_T,2021,24.8\n");

        Assert.Null(await dropped.Land(Header + "Kenya,OLDAGE,total,2021,24.80\n"));
        Assert.Single(dropped.Landed);
    }

    [Theory]
    [InlineData("KEN,OLDAGE,_T,1700,24.8\n", "Row 2, column 'year', '1700': this is not a year (1900–2100).")]
    [InlineData("KEN,OLDAGE,_T,2020,\n", "No row has a value")]
    public async Task Upload_WithAFault_LandsNothing(string line, string reason)
    {
        var refused = await Assert.ThrowsAsync<DropException>(() => dropped.Land(Header + line));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Empty(dropped.Landed);
    }

    [Theory]
    [InlineData("", "c", "l", "The producer is not told.")]
    [InlineData("p", " ", "l", "The citation is not told.")]
    [InlineData("p", "c", "", "The licence is not told.")]
    public async Task Upload_OfNobodysFigures_IsRefused(string producer, string citation, string licence, string reason) =>
        Assert.Equal(reason, (await Assert.ThrowsAsync<DropException>(() => dropped.Land(Header + "KEN,OLDAGE,_T,2021,24.8\n", new DropOrigin(producer, citation, licence)))).Message);

    [Fact]
    public async Task Uploads_AtTheSameTime_LoseNoneOfTheirRows()
    {
        string[] countries = ["KEN", "UGA", "TZA", "RWA"];
        async Task Patiently(string country)
        {
            while (true)
            {
                try
                {
                    await dropped.Land(Encoding.UTF8.GetBytes($"{Header}{country},OLDAGE,_T,2021,24.8\n"), "figures.csv");
                    return;
                }
                catch (DropException busy) when (busy.Message.Contains("Another upload", StringComparison.Ordinal))
                {
                    await Task.Delay(20, TestContext.Current.CancellationToken);
                }
            }
        }

        await Task.WhenAll(countries.Select(country => Task.Run(() => Patiently(country))));

        Assert.Equal(countries.Order(StringComparer.Ordinal), dropped.Lines().Select(line => line[..3]));
    }

    public void Dispose() => dropped.Dispose();
}
