using SpIndicators.Core.Operations;
using SpIndicators.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>What becomes of runs when the file of the store cannot be written, and who may read it.</summary>
public sealed class SqliteFileTests
{
    // A database that may not grow is what SQLite makes of a full disk; the page count is the connection's own setting.
    private const string DiskIsFull = "pragma max_page_count = 1";

    // Connections are pooled and keep the setting: it must be taken back, not only left out, or the "disk" of some stays full.
    private const string DiskHasRoom = "pragma max_page_count = 4294967294";
    private static readonly RefreshRequest ByHand = new("unsd_sdg", ["unsd_sdg"], RunTrigger.Manual, "amina", 1, 1);
    private static readonly MovedClock Clock = new(new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task End_WhileTheDiskIsFull_IsSaidClearlyAndWrittenLater()
    {
        await using var place = await StorePlace.Sqlite();
        await using var program = new OperationsProgram(place.Options(), Clock);
        await using var run = await program.Journal.Begin(ByHand, Token);

        program.Store.Handicap = DiskIsFull;
        var refusal = await Assert.ThrowsAsync<OperationsException>(() => run.Complete(new(RunState.Failed, new string('x', 100_000))));
        Assert.Contains($"The end of run {run.RunId} could not be written down", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("operations.db): the disk is full.", refusal.Message, StringComparison.Ordinal);

        program.Store.Handicap = DiskHasRoom;

        await Eventually.Is(async () => (await program.Journal.Find(run.RunId, Token))!.Run.State == RunState.Failed, "the end is written once there is room");
    }

    [Fact]
    public async Task Run_WhileAnotherProgramLocksTheFile_WaitsAndLosesNothing()
    {
        await using var place = await StorePlace.Sqlite();
        await using var program = new OperationsProgram(place.Options(), Clock);
        await using var run = await program.Journal.Begin(ByHand, Token);
        Task written;
        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection(program.Store.Engine.ConnectionString))
        {
            await other.OpenAsync(Token);
            await using var transaction = await other.BeginTransactionAsync(Token);
            written = Task.Run(() => run.Log("information", "written in the end"), Token);
            await Task.Delay(700, Token);
            Assert.False(written.IsCompleted);
        }

        await written;
        Assert.Equal("written in the end", (await program.Journal.Find(run.RunId, Token))!.Log.Single().Text);
        await run.Complete(new(RunState.Published, null));
    }

    [Fact]
    public async Task File_WithHashesOfPasswords_IsNotForOthersToRead()
    {
        await using var place = await StorePlace.Sqlite();
        await using var program = new OperationsProgram(place.Options(), Clock);
        await program.Store.MakeReady(Token);

        var files = Directory.GetFiles(program.Options.Home, "operations.db*");

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(UnixFileMode.None, ModeOf(file) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)));

        // Windows grants by other means; ./test does not run there.
        static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);
    }
}
