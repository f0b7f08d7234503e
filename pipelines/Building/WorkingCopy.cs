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
        opening = Task.Run(() =>
        {
            File.Copy(published, file);
            return DuckDbProvider.Open(options);
        });
    }

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
}
