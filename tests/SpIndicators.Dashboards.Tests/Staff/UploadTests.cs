using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Staff.Upload;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Dashboards.Tests.Fixtures.Staff;

namespace SpIndicators.Dashboards.Tests.Staff;

/// <summary>The form that says what a file's columns are, and the table of what would be read.</summary>
public sealed class UploadTests
{
    [Fact]
    public void Columns_WithTheirUsualNames_AreChosenInAnyOfTheLanguages()
    {
        var form = new UploadForm();
        form.Guess(["Pays", "Éventualité", "Année", "Taux", "Remarque"]);

        Assert.Equal(
            (new("Pays", null), new("Éventualité", null), new DropColumn(null, "_T"), new("Année", null), new("Taux", null), default(DropColumn), new("Remarque", null)),
            (form.Mapping.Area, form.Mapping.Contingency, form.Mapping.Sex, form.Mapping.Year, form.Mapping.Value, form.Mapping.Status, form.Mapping.Note));
    }

    [Fact]
    public void Choices_ThatFitANewSheet_AreKept_OthersAreNot()
    {
        var form = new UploadForm();
        form.Choose(DropPart.Value, "Both");
        form.Choose(DropPart.Area, "Gone");
        form.Choose(DropPart.Year, UploadForm.SameForAll);
        form.Set(DropPart.Year, "2021");

        form.Guess(["Both", "Country"]);

        Assert.Equal(("Both", "Country", "2021"), (form.Mapping.Value.Column, form.Mapping.Area.Column, form.Mapping.Year.Constant));
    }

    [Fact]
    public void Word_GivenACode_IsPartOfTheMapping_UntilItIsTakenBack()
    {
        var form = new UploadForm();
        var word = new DropWord(DropPart.Contingency, "pension 60+", 3);

        form.Give(word, "OLDAGE");
        form.Give(word, "DISABILITY");
        var given = form.Mapping.ContingencyWords["PENSION 60+"];
        form.Give(word, "");

        Assert.Equal("DISABILITY", given);
        Assert.Empty(form.Mapping.ContingencyWords);
        Assert.Empty(form.Given);
    }

    [Theory]
    [InlineData("en", "Row 9 has the same country, contingency, sex and year.", "The first 2 of 150.")]
    [InlineData("fr", "La ligne 9 a les mêmes pays, éventualité, sexe et année.", "Les 2 premiers sur 150.")]
    [InlineData("es", "La fila 9 tiene el mismo país, contingencia, sexo y año.", "Los primeros 2 de 150.")]
    public async Task Faults_AreSaidInTheReadersWords_WithRowColumnAndValue(string code, string fault, string more)
    {
        using var page = new ComponentPage<UploadPreview>();
        DropFault[] faults = [new(10, DropPart.Value, "Taux", "KEN, OLDAGE", DropFaultKind.Twice, "9"), new(0, DropPart.Year, null, null, DropFaultKind.NotChosen, null)];
        var markup = await page.Render(("T", Texts.In(Of(code))), ("Seen", FakeDrop.Readable with { Faults = faults, FaultCount = 150 }));

        var cells = markup.QuerySelectorAll(".upload-faults tbody tr:first-child > *").Select(cell => cell.TextContent).ToList();
        Assert.Equal(("10", "KEN, OLDAGE", fault), (cells[0], cells[2], cells[3]));
        Assert.Contains("(Taux)", cells[1], StringComparison.Ordinal);
        Assert.Contains(more, markup.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_OfEveryKindAndPart_HaveWordsInEveryLanguage()
    {
        foreach (var language in Language.All)
        {
            using var page = new ComponentPage<UploadPreview>();
            DropFault[] faults = [.. from kind in Enum.GetValues<DropFaultKind>() from part in Enum.GetValues<DropPart>() select new DropFault(2, part, "c", "v", kind, "b")];
            var markup = await page.Render(("T", Texts.In(language)), ("Seen", FakeDrop.Readable with { Faults = faults, FaultCount = faults.Length }));

            Assert.Equal(faults.Length, markup.QuerySelectorAll(".upload-faults tbody tr").Length);
            Assert.All(faults, fault => Assert.EndsWith(".", fault.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Note_FromTheRightToTheLeft_DisturbsNothingAroundIt_AndMarkupInItIsText()
    {
        using var page = new ComponentPage<UploadPreview>();
        var row = FakeDrop.Readable.First[0] with { Note = "ملاحظة <script>alert(1)</script> 👵" };
        var markup = await page.Render(("T", Texts.In(Language.English)), ("Seen", FakeDrop.Readable with { First = [row] }));

        Assert.Equal("ملاحظة <script>alert(1)</script> 👵", markup.QuerySelector(".upload-rows bdi")!.TextContent);
        Assert.Empty(markup.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Page_BeforeAFileIsChosen_AsksForOneAndForNothingElse()
    {
        await using var dashboard = new Dashboard();
        await dashboard.InitializeAsync();
        using var visitor = await Visitor.SignedIn(dashboard, "sami");
        var page = await visitor.Page("/staff/upload?lang=fr");

        Assert.Equal("Dépôt", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(".csv,.tsv,.txt,.xlsx", Assert.Single(page.QuerySelectorAll("main form.form input")).GetAttribute("accept"));
        Assert.Empty(dashboard.Office.Drop.Looked);
    }

    [Fact]
    public async Task Island_ForAReader_OffersNothing()
    {
        using var warehouse = SmallWarehouse.Published();
        using var island = new Office(TimeProvider.System).Island<UploadIsland>("rita", warehouse.Folder);
        var markup = await island.Render(("Lang", "en"));

        Assert.Empty(markup.QuerySelectorAll("input, button"));
    }

    private static Language Of(string code) => Language.TryParse(code, out var language) ? language : throw new ArgumentException(code, nameof(code));
}
