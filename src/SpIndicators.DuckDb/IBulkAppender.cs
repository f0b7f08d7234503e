namespace SpIndicators.DuckDb;

/// <summary>
/// Writes many rows into one table, values in the order of its columns.
/// All or nothing: without <see cref="Complete"/> no row stays, also when <c>Dispose</c> comes from an exception.
/// Inside a transaction of the caller, <see cref="Complete"/> leaves the decision to that transaction, and an
/// appender given up makes it impossible to commit.
/// </summary>
public interface IBulkAppender : IDisposable
{
    IBulkAppender Add(string? value);

    IBulkAppender Add(long? value);

    IBulkAppender Add(double? value);

    IBulkAppender Add(decimal? value);

    IBulkAppender Add(bool? value);

    IBulkAppender Add(DateOnly? value);

    /// <summary>Stored as it stands, whatever its <see cref="DateTime.Kind"/>: give UTC to a TIMESTAMPTZ column.</summary>
    IBulkAppender Add(DateTime? value);

    IBulkAppender AddNull();

    /// <summary>Ends a row; an error if values are missing.</summary>
    void EndRow();

    /// <summary>Writes what is still held back. Nothing can be added afterwards.</summary>
    void Complete();
}
