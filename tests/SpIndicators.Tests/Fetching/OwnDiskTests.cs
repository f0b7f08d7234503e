using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Fetching.Http;
using static SpIndicators.Tests.Fetching.IloAnswers;

namespace SpIndicators.Tests.Fetching;

/// <summary>A full disk of this installation is not the agency's fault: it is told as ours, and nobody is asked again.</summary>
public sealed class OwnDiskTests : IAsyncDisposable
{
    private readonly FetchBench bench = new FetchBench().Card(Source, card => card with { Series = ["SOC_CONTIG_TOTAL"], MinRows = 1 });

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task DiskThatIsFull_IsToldWithItsFolder_AndTheAgencyIsAskedOnce(int room)
    {
        bench.Server.On(SdmxPath, (context, _) => AgencyServer.Send(context, TwoBytes, "text/csv"));
        bench.Server.On(BulkPath, (context, _) => AgencyServer.Send(context, BulkHeader + Bulk("KEN", "10.1"), "text/csv"));
        bench.Handicap = file => new FullDisk(file, room);

        var failed = await bench.IsRefused(Source, "The disk of this installation is full", bench.Home.Home.Landing, "The agency is not the cause");

        // Neither a second try nor the second way: the disk is as full for them.
        Assert.Equal([SdmxPath], bench.Server.Asked.Select(asked => asked.Split('?')[0]));
        Assert.Contains("is full", Assert.Single(failed.Requests).Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiskWithRoomAgain_TakesTheSameFigures()
    {
        bench.Server.On(SdmxPath, (context, _) => AgencyServer.Send(context, TwoBytes, "text/csv"));
        bench.Handicap = file => new FullDisk(file, 0);
        Assert.IsType<FetchOutcome.Failed>(await bench.Fetch(Source));

        bench.Handicap = null;

        // The machine of the agency was not counted as failing, so it is not left alone now.
        Assert.Equal(2, (await bench.Landed(Source)).Rows);
    }

    [Fact]
    public void FolderThatCannotBeUsed_IsTheReason_WhereTheDiskIsNotFull()
    {
        var words = OwnDiskException.Words("/data/landing", new UnauthorizedAccessException("Access to the path is denied."));

        Assert.Equal("This installation cannot use its own folder /data/landing (Access to the path is denied.). The agency is not the cause. Mend that, then run this again.", words);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    /// <summary>Refuses what goes beyond its room, as Linux does.</summary>
    private sealed class FullDisk(Stream file, int room) : Stream
    {
        private const int NoSpaceLeft = 28;

        public override bool CanRead => file.CanRead;

        public override bool CanSeek => file.CanSeek;

        public override bool CanWrite => true;

        public override long Length => file.Length;

        public override long Position
        {
            get => file.Position;
            set => file.Position = value;
        }

        public override void Flush() => file.Flush();

        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

        public override void SetLength(long value) => file.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (file.Position + count > room)
            {
                throw new IOException("No space left on device", NoSpaceLeft);
            }

            file.Write(buffer, offset, count);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
