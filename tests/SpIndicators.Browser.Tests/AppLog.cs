namespace SpIndicators.Browser.Tests;

/// <summary>What the app under test says: all of it in a file, the last lines at hand for failure messages.</summary>
internal sealed class AppLog(string file) : IDisposable
{
    private const int Kept = 60;

    private readonly StreamWriter _file = new(file) { AutoFlush = true };
    private readonly Queue<string> _last = new();
    private readonly Lock _lock = new();

    public void Add(string line)
    {
        lock (_lock)
        {
            _file.WriteLine(line);
            _last.Enqueue(line);
            if (_last.Count > Kept) _last.Dequeue();
        }
    }

    public string Tail()
    {
        lock (_lock) return string.Join('\n', _last);
    }

    public void Dispose()
    {
        lock (_lock) _file.Dispose();
    }
}
