namespace SpIndicators.Pipelines.Fetching.Http;

/// <summary>A file of a fetch under way, whose failures are told as those of this installation.</summary>
internal sealed class OwnFile : IAsyncDisposable
{
    private readonly string folder;
    private readonly Stream file;

    /// <param name="handicap">What a test does to the file, for instance take its disk away.</param>
    public OwnFile(string path, FileMode mode, Func<Stream, Stream>? handicap = null)
    {
        folder = Path.GetDirectoryName(path)!;
        try
        {
            // Each write reaches the file at once: bytes that were counted are there, and a full disk is met here and not at the end.
            Stream opened = new FileStream(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            file = handicap?.Invoke(opened) ?? opened;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OwnDiskException(folder, failure);
        }
    }

    public long Length => file.Length;

    public long Position => file.Position;

    public async Task Write(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            await file.WriteAsync(bytes, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OwnDiskException(folder, failure);
        }
    }

    /// <summary>As many of the first bytes as there are and fit.</summary>
    public int ReadStart(byte[] start)
    {
        file.Position = 0;
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
