using System.Text;
using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.FileDrop;

/// <summary>What a file of a statistical office becomes under the form that staff filled in.</summary>
public sealed class ReadingTests : IDisposable
{
    private readonly DroppedFile dropped = new();

    [Theory]
    [InlineData("country,branch,sex,year,rate\nKEN,OLDAGE,_T,2021,24.8\n", '.')]
    [InlineData("\uFEFFcountry;branch;sex;year;rate\r\nKenya;OLDAGE;total;2021;24,8\r\n", ',')]
    [InlineData("country\tbranch\tsex\tyear\trate\nke\tSOC_CONTIG_PENSION\tT\t2021\t24.8 %\n", '.')]
    [InlineData("\"country\",\"branch\",\"sex\",\"year\",\"rate\"\n\"Kenya\",\"SI_COV_PENSN\",\"SEX_T\",\"2021\",\"24,8\"", ',')]
    public async Task Csv_AsSpreadsheetsWriteIt_BecomesTheSameFigure(string csv, char decimalMark)
    {
        var seen = await dropped.Preview(csv, DroppedFile.Mapping with { DecimalMark = decimalMark });

        Assert.Empty(seen.Faults);
        Assert.Equal(new DropRow(2, "KEN", "OLDAGE", "_T", 2021, 24.8m, null, null), Assert.Single(seen.First));
        Assert.Empty(seen.Sheets);
    }

    [Fact]
    public async Task Workbook_OfTextsNumbersAndFormulas_IsReadBySheetAndHeaderRow()
    {
        var bytes = Workbook.Of(
            ("Notes", [["nothing here"]]),
            ("Coverage", [["Table 4: coverage"], ["country", "branch", "sex", "year", "rate"],
                ["Kenya", "OLDAGE", "F", 2021, 24.800000000000001], ["Kenya", "OLDAGE", "M", 2021, "<c><f>1+1</f><v>26.5</v></c>"], [null, null, null, null, "total"]]));

        var seen = await dropped.Preview(bytes, "figures.xlsx", DroppedFile.Mapping with { Sheet = "Coverage", HeaderRow = 2, DecimalMark = ',' });

        Assert.Equal(["Notes", "Coverage"], seen.Sheets);
        Assert.Equal(["country", "branch", "sex", "year", "rate"], seen.Columns);
        Assert.Equal([new(3, "KEN", "OLDAGE", "F", 2021, 24.8m, null, null), new(4, "KEN", "OLDAGE", "M", 2021, 26.5m, null, null)], seen.First.Take(2));
        // The line of the total has a value and nothing else.
        Assert.All(seen.Faults, fault => Assert.Equal(5, fault.Row));
    }

    [Fact]
    public async Task Columns_OneValueForAll_WordsOfTheFile_AndShares_AreAsTheFormSays()
    {
        var mapping = new DropMapping
        {
            Area = new(null, "KEN"),
            Contingency = new("Branche", null),
            Sex = new("Sexe", null),
            Year = new("An", null),
            Value = new("Taux", null),
            Status = new(null, "P"),
            Note = new("Remarque", null),
            Delimiter = ';',
            DecimalMark = ',',
            ValuesAreShares = true,
            ContingencyWords = new Dictionary<string, string> { ["pension 60+"] = "OLDAGE" },
            SexWords = new Dictionary<string, string> { ["dames"] = "F" },
        };

        var seen = await dropped.Preview("Branche;Sexe;An;Taux;Remarque\nPension 60+;Dames;2021;0,248;ملاحظة 👵, «sic»\nPension 60+;hommes;2021;..;\n", mapping);

        Assert.Equal(new DropRow(2, "KEN", "OLDAGE", "F", 2021, 24.8m, "P", "ملاحظة 👵, «sic»"), Assert.Single(seen.First));
        Assert.Equal((1, 1, 0), (seen.Rows, seen.RowsWithoutValue, seen.FaultCount));
    }

    [Fact]
    public async Task Faults_OfEveryKind_NameRowColumnValueAndBound()
    {
        const string Csv = """
            country,branch,sex,year,rate
            Atlantis,OLDAGE,_T,2021,10
            KEN,DENTIST,_T,2021,10
            KEN,OLDAGE,X,2021,10
            KEN,OLDAGE,_T,1899,10
            KEN,OLDAGE,_T,2021/22,10
            KEN,OLDAGE,_T,2020,"1.234,5"
            KEN,OLDAGE,_T,2019,-3
            KEN,OLDAGE,_T,2018,10
            KEN,OLDAGE,_T,2018,11
            ,OLDAGE,_T,2017,10
            """;

        var seen = await dropped.Preview(Csv);

        Assert.Equal(
            [
                (2, "country", "Atlantis", DropFaultKind.Unknown), (3, "branch", "DENTIST", DropFaultKind.Unknown), (4, "sex", "X", DropFaultKind.Unknown),
                (5, "year", "1899", DropFaultKind.NotAYear), (6, "year", "2021/22", DropFaultKind.NotAYear), (7, "rate", "1.234,5", DropFaultKind.NotANumber),
                (8, "rate", "-3", DropFaultKind.BelowZero), (10, "rate", "KEN, OLDAGE, _T, 2018", DropFaultKind.Twice), (11, "country", null, DropFaultKind.Empty),
            ],
            seen.Faults.Select(f => (f.Row, f.Column, f.Value, f.Kind)));
        Assert.Equal("Row 5, column 'year', '1899': this is not a year (1900–2100).", seen.Faults[3].ToString());
        Assert.Equal("9", seen.Faults[7].Bound);
        Assert.Equal([new(DropPart.Area, "Atlantis", 1), new(DropPart.Contingency, "DENTIST", 1), new(DropPart.Sex, "X", 1)], seen.UnknownWords);
    }

    [Fact]
    public async Task Value_Above100_IsKeptAndWarnedOf()
    {
        var seen = await dropped.Preview("country,branch,sex,year,rate\nKEN,OLDAGE,_T,2021,100.4\n");

        Assert.Empty(seen.Faults);
        Assert.Equal((2, DropFaultKind.Above100), (Assert.Single(seen.Warnings).Row, seen.Warnings[0].Kind));
        Assert.Equal(100.4m, Assert.Single(seen.First).Value);
    }

    [Fact]
    public async Task Values_NoneAbove1_AreAskedWhetherTheyAreShares()
    {
        const string Csv = "country,branch,sex,year,rate\nKEN,OLDAGE,_T,2021,0.2\nKEN,OLDAGE,_T,2022,0.3\n";

        Assert.Equal(DropFaultKind.LooksLikeShares, Assert.Single((await dropped.Preview(Csv)).Warnings).Kind);
        Assert.Empty((await dropped.Preview(Csv, DroppedFile.Mapping with { ValuesAreShares = true })).Warnings);
    }

    [Fact]
    public async Task Choices_NotMadeOrImpossible_AreSaidOnceForTheFile()
    {
        var seen = await dropped.Preview("country,rate,rate\nKEN,10,12\n", new DropMapping { Area = new("country", null), Value = new("Rate", null), Sex = default });

        Assert.Equal(["country", "rate", "rate (C)"], seen.Columns);
        Assert.Equal(
            [(DropPart.Contingency, DropFaultKind.NotChosen), (DropPart.Sex, DropFaultKind.NotChosen), (DropPart.Year, DropFaultKind.NotChosen), (DropPart.Value, DropFaultKind.NoSuchColumn)],
            seen.Faults.Select(f => (f.Part, f.Kind)));
    }

    [Fact]
    public async Task Faults_MoreThan100_AreCountedAndTheFirst100Shown()
    {
        var csv = new StringBuilder("country,branch,sex,year,rate\n");
        for (var i = 0; i < 250; i++)
        {
            csv.Append("Atlantis,OLDAGE,_T,").Append(1900 + (i % 200)).Append(",10\n");
        }

        var seen = await dropped.Preview(csv.ToString());

        Assert.Equal((250, 100, 20), (seen.FaultCount, seen.Faults.Count, seen.First.Count));
        Assert.Equal(new DropWord(DropPart.Area, "Atlantis", 250), Assert.Single(seen.UnknownWords));
    }

    public void Dispose() => dropped.Dispose();
}
