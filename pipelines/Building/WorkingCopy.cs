using System.Data.Common;
using SpIndicators.DuckDb;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// A copy of the published file for a build to start from. It is copied and opened at once, while it is still found out
/// whether there is anything to build: whoever asks for a refresh mostly has something new.
/// </summary>
internal sealed class WorkingCopy : IDisposable
{
    private readonly string file;
    private readonly Task<DbConnection> opening;
    private bool isTaken;

    public WorkingCopy(string published, string file, DuckDbOptions options)
    {
        this.file = file;
        opening = Task.Run(async () =>
        {
            File.Copy(published, file);
            var flushing = Task.Run(Flush);
            var connection = DuckDbProvider.Open(options);
            try
            {
                await flushing.ConfigureAwait(false);
                return connection;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    /// <summary>The open copy, to look at.</summary>
    /// <exception cref="DbException">The published file is no warehouse that can be read.</exception>
    /// <exception cref="IOException">It could not be copied.</exception>
    public DbConnection Look() => opening.GetAwaiter().GetResult();

    /// <summary>The open copy; from now on the caller's to close.</summary>
    public Task<DbConnection> Take()
    {
        isTaken = true;
        return opening;
    }

    /// <summary>Closes what nobody took, and deletes what was copied, if it still lies where it was copied to.</summary>
    public void Dispose()
    {
        opening.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait();
        if (!isTaken && opening.IsCompletedSuccessfully)
        {
            opening.Result.Dispose();
        }

        File.Delete(file);
    }

    /// <summary>
    /// Writes the copy to the disk, for which DuckDB's first checkpoint would wait. Closing the handle gives up the lock that
    /// DuckDB has on the file; whoever might open it needs the build lock, which is ours.
    /// </summary>
    private void Flush()
    {
        using var copied = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(copied);
    }
}
