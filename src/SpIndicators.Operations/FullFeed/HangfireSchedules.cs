using System.Text.Json;
using Hangfire;
using Hangfire.Storage;
using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.FullFeed;

/// <summary>The schedules' words and the jobs that wait for another attempt, in Hangfire's storage: a recurring job holds neither.</summary>
internal sealed class HangfireSchedules(JobStorage storage)
{
    private const string Names = "spindicators:schedules";
    private const string Words = "words";
    private const string Job = "job";

    public IReadOnlyList<Schedule> All()
    {
        using var connection = storage.GetConnection();
        return [.. connection.GetAllItemsFromSet(Names).Order(StringComparer.Ordinal).Select(name => Find(connection, name)).OfType<Schedule>()];
    }

    public Schedule? Find(string name)
    {
        using var connection = storage.GetConnection();
        return Find(connection, name);
    }

    public void Put(Schedule schedule) => Write(transaction =>
    {
        transaction.AddToSet(Names, schedule.Name);
        transaction.SetRangeInHash(Of(schedule.Name), [new(Words, JsonSerializer.Serialize(schedule))]);
    });

    public void Remove(string name) => Write(transaction =>
    {
        transaction.RemoveFromSet(Names, name);
        transaction.RemoveHash(Of(name));
    });

    public void PutRetry(string name, string jobId) => Write(transaction => transaction.SetRangeInHash(Retry(name), [new(Job, jobId)]));

    /// <summary>The waiting attempt, which is forgotten with this; null when none waits.</summary>
    public string? TakeRetry(string name)
    {
        using var connection = storage.GetConnection();
        var jobId = connection.GetAllEntriesFromHash(Retry(name))?.GetValueOrDefault(Job);
        if (jobId is not null)
        {
            Write(transaction => transaction.RemoveHash(Retry(name)));
        }

        return jobId;
    }

    private static Schedule? Find(IStorageConnection connection, string name) =>
        connection.GetAllEntriesFromHash(Of(name))?.GetValueOrDefault(Words) is { } words ? JsonSerializer.Deserialize<Schedule>(words) : null;

    private void Write(Action<IWriteOnlyTransaction> write)
    {
        using var connection = storage.GetConnection();
        using var transaction = connection.CreateWriteTransaction();
        write(transaction);
        transaction.Commit();
    }

    private static string Of(string name) => $"spindicators:schedule:{name}";

    private static string Retry(string name) => $"spindicators:retry:{name}";
}
