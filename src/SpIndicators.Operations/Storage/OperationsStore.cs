using System.Data.Common;
using Polly;
using Polly.Retry;

namespace SpIndicators.Operations.Storage;

/// <summary>
/// The operational database: SQLite in the home folder or PostgreSQL. Its tables are made or brought up to date before
/// the first statement. What is refused for a moment is tried again, then said in clear words.
/// </summary>
internal sealed class OperationsStore : IDisposable
{
    private const int Tries = 7;
    private readonly OperationsOptions options;
    private readonly ResiliencePipeline patience;
    private readonly SemaphoreSlim opening = new(1);
    private volatile bool isReady;

    public OperationsStore(OperationsOptions options, TimeProvider time)
    {
        this.options = options;
        Time = time;
        Engine = Engine.Of(options);
        patience = new ResiliencePipelineBuilder
        {
            TimeProvider = time,
        }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(Engine.IsPassing),
            MaxRetryAttempts = Tries - 1,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(50),
            UseJitter = true,
        }).Build();
    }

    public Engine Engine { get; }

    public TimeProvider Time { get; }

    /// <summary>What tests do to a connection before it is used, for instance take its disk away.</summary>
    internal string? Handicap { get; set; }

    /// <summary>Makes the tables, or brings them up to date; at once when done before.</summary>
    public async Task MakeReady(CancellationToken cancellation)
    {
        if (isReady)
        {
            return;
        }

        await opening.WaitAsync(cancellation);
        try
        {
            if (!isReady)
            {
                await Try("The operational database could not be opened", Migrate, cancellation);
                isReady = true;
            }
        }
        finally
        {
            opening.Release();
        }
    }

    public async Task<T> Read<T>(Func<Session, Task<T>> read, CancellationToken cancellation)
    {
        await MakeReady(cancellation);
        return await Try("The operational database could not be read", async token =>
        {
            await using var connection = await Connect(token);
            return await read(new(connection, null, token));
        }, cancellation);
    }

    /// <summary>In one transaction, that may run again from its start.</summary>
    /// <param name="what">What is written, as the start of a sentence: "The run 2026…".</param>
    /// <param name="alone">Nobody else writes meanwhile: for decisions that count rows.</param>
    public async Task<T> Write<T>(string what, Func<Session, Task<T>> write, CancellationToken cancellation, bool alone = false)
    {
        await MakeReady(cancellation);
        return await Try($"{what} could not be written down", token => InTransaction(write, alone, token), cancellation);
    }

    public void Dispose() => opening.Dispose();

    private async Task<T> InTransaction<T>(Func<Session, Task<T>> write, bool alone, CancellationToken cancellation)
    {
        await using var connection = await Connect(cancellation);

        // SQLite's begin takes the only write lock at once, so no transaction fails half way because another was first.
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var session = new Session(connection, transaction, cancellation);
        if (alone && Engine.LockAll is { } lockAll)
        {
            await session.Execute(lockAll);
        }

        var result = await write(session);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    private async Task<bool> Migrate(CancellationToken cancellation)
    {
        if (!options.IsPostgreSql)
        {
            Directory.CreateDirectory(options.Home);
            await using var connection = await Connect(cancellation);
            await new Session(connection, null, cancellation).Execute("pragma journal_mode = wal");
            KeepFromOthers(options.SqliteFile);
        }

        return await InTransaction(session => Migrations.Apply(session, Engine, Time), alone: true, cancellation);
    }

    // It holds hashes of passwords. SQLite gives the files beside it the same permissions.
    internal static void KeepFromOthers(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) & ~(UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute));
        }
    }

    private async Task<DbConnection> Connect(CancellationToken cancellation)
    {
        var connection = Engine.Factory.CreateConnection()!;
        connection.ConnectionString = Engine.ConnectionString;
        try
        {
            await connection.OpenAsync(cancellation);
            if ((Handicap ?? Engine.OpenWith) is { } opening)
            {
                await new Session(connection, null, cancellation).Execute(opening);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<T> Try<T>(string failed, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await patience.ExecuteAsync(async token => await work(token), cancellation);
        }
        catch (DbException refusal)
        {
            var place = options.IsPostgreSql ? "the PostgreSQL server" : options.SqliteFile;
            throw new OperationsException($"{failed} ({place}): {Engine.InWords(refusal)}.", refusal);
        }
    }
}
