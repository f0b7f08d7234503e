namespace SpIndicators.Pipelines.Building;

/// <summary>
/// A copy of the published file for a build to start from. Copying begins at once, while it is still found out whether
/// there is anything to build: whoever asks for a refresh mostly has something new.
/// </summary>
internal sealed class WorkingCopy : IDisposable
{
    private readonly string file;
    private readonly Task copying;

    public WorkingCopy(string published, string file)
    {
        this.file = file;
        copying = Task.Run(() => File.Copy(published, file));
    }

    /// <summary>Returns when all of it is there.</summary>
    public void Wait() => copying.GetAwaiter().GetResult();

    /// <summary>Deletes what was copied, if it still lies where it was copied to.</summary>
    public void Dispose()
    {
        copying.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait();
        File.Delete(file);
    }
}
