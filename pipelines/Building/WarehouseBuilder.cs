using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// Builds a warehouse file: reference tables, one staged table a snapshot, then every model in the order of its
/// references. The file is complete but unchecked and unpublished when this returns.
/// </summary>
public sealed class WarehouseBuilder(FlowModels flow, WarehouseHome home, TimeProvider time)
{
    /// <summary>The same, into a file that nobody has open.</summary>
    public IReadOnlyList<ModelRun> Build(string file, IProgress<FlowProgress>? progress, CancellationToken cancellation)
    {
        using var order = new ModelOrder(flow);
        using var connection = DuckDbProvider.Open(BuildOptions.Of(home.Warehouse, file));
        return Build(file, Task.FromResult(connection), order, progress, null, cancellation);
    }

    /// <param name="file">Where the warehouse is made. When it is a copy of a published file, its unchanged tables are kept.</param>
    /// <param name="opening">That file, copied and opened meanwhile; the caller's to close.</param>
    /// <param name="order">The models of the same flow.</param>
    /// <param name="progress">Told of each piece of work as it ends.</param>
    /// <param name="record">Writes down what was built, while the file is still open.</param>
    /// <param name="cancellation">Stops between pieces of work; the unfinished file is the caller's to delete.</param>
    internal IReadOnlyList<ModelRun> Build(
        string file, Task<DbConnection> opening, ModelOrder order, IProgress<FlowProgress>? progress, Action<DbConnection>? record, CancellationToken cancellation)
    {
        var snapshots = SnapshotStore.ToBuild(home, flow);
        Verify(snapshots, progress, cancellation);
        var options = BuildOptions.Of(home.Warehouse, file);
        var connection = opening.GetAwaiter().GetResult();
        connection.Execute(BuildOptions.Settings);
        SideBySide.Share(connection, SideBySide.Most);
        Prepare(connection);
        // What readers see now is counted while the code lists are read.
        var counting = Task.Run(() => CountWhatReadersSee(options), CancellationToken.None);
        IReadOnlyDictionary<string, string> lists;
        try
        {
            lists = ReferenceTables.Load(connection, home, flow, snapshots);
        }
        finally
        {
            counting.GetAwaiter().GetResult();
        }

        var models = order.Models;
        using var tables = new SnapshotTables(flow, BuildOptions.SpillIn(home.Warehouse), new ModelFingerprints(connection, flow.Models, lists));
        var revisions = new RevisionTables(flow, tables);
        var views = new SourceViews(connection, flow, tables, snapshots, lists);
        var kept = new KeptTables(connection, Wanted(connection, models, tables, revisions, views, snapshots));
        var unread = snapshots.Where(s => kept.IsMissing($"clean.{SnapshotTables.TableOf(s)}")).OrderByDescending(s => s.Bytes).ToList();
        // What is read first is unpacked while the file is written.
        unread.Take(1).ToList().ForEach(tables.Unpack);
        if (kept.Any)
        {
            // Room of what was dropped is free to be written again only after a checkpoint.
            connection.Execute("checkpoint;");
        }

        var parsing = Task.Run(ParseChecks, cancellation);
        var runner = new ModelRunner(connection, time);
        var runs = new List<ModelRun>();
        runs.AddRange(ModelOrder.BeforeSnapshots.Where(kept.IsMissing).Select(name => runner.Run(flow.Model(name))));
        runs.AddRange(Stage(connection, options, tables, unread, progress, cancellation));
        SideBySide.Share(connection, SideBySide.Most);
        views.CreateOfSnapshots(connection, kept);
        using (var derived = new DerivedRelations(options, time))
        {
            // Vintages are compared beside the models, most of which read no revision.
            var comparing = derived.Start(beside => Compare(beside, revisions, views, kept, snapshots), cancellation);
            var underWay = views.OfRevisions.ToDictionary(view => view, Task (_) => comparing);
            runs.AddRange(derived.Make(models, model => !kept.IsMissing(model.FullName), underWay, progress, cancellation));
            runs.AddRange(comparing.GetAwaiter().GetResult());
        }

        parsing.GetAwaiter().GetResult();
        kept.Record();
        connection.Execute("drop schema raw cascade");
        WriteRuns(connection, runs);
        record?.Invoke(connection);
        return runs;
    }

    private IReadOnlyList<ModelRun> Compare(DbConnection connection, RevisionTables revisions, SourceViews views, KeptTables kept, IReadOnlyList<Snapshot> snapshots)
    {
        var runs = revisions.Compare(connection, snapshots, kept, time);
        views.CreateOfRevisions(connection, kept);
        return runs;
    }

    /// <summary>What the checks read is asked for at the end: parsed while the snapshots are read.</summary>
    private void ParseChecks()
    {
        using var parser = DuckDbProvider.Open(new DuckDbOptions());
        flow.Models.Where(m => m.Schema == "checks").ToList().ForEach(m => SqlReferences.Of(parser, m));
    }

    /// <summary>Every table and view this build will have, with what it is made of.</summary>
    private Dictionary<string, string> Wanted(
        DbConnection connection, IReadOnlyList<SqlModel> derived, SnapshotTables tables, RevisionTables revisions, SourceViews views, IReadOnlyList<Snapshot> snapshots)
    {
        var models = new ModelFingerprints(connection, flow.Models, views.Fingerprints);
        var shape = ShapeOfViews(connection);
        return revisions.Fingerprints(snapshots)
            .Concat(snapshots.Select(s => (Relation: $"clean.{SnapshotTables.TableOf(s)}", Fingerprint: tables.Fingerprint(s))))
            .Concat(snapshots.Select(s => (Relation: $"clean.{SnapshotTables.RejectedOf(s)}", Fingerprint: tables.Fingerprint(s))))
            .Concat(snapshots.Select(s => (Relation: $"clean.{SnapshotTables.CountOf(s)}", Fingerprint: tables.Fingerprint(s))))
            .Concat(ModelOrder.BeforeSnapshots.Select(flow.Model).Concat(derived)
                .Select(m => (Relation: m.FullName, Fingerprint: m.IsView ? KeptTables.Fingerprint(shape, m.Sql) : models.Of(m))))
            .Concat(views.Texts.Select(view => (view.Relation, Fingerprint: KeptTables.Fingerprint(shape, view.Text))))
            .ToDictionary(t => t.Relation, t => t.Fingerprint, StringComparer.Ordinal);
    }

    /// <summary>A view of the same text has the same columns as long as the program and the columns of the code lists are the same.</summary>
    private static string ShapeOfViews(DbConnection connection) => KeptTables.Fingerprint([
        DuckDbProvider.EngineVersion,
        .. InputFingerprint.Program.Select(module => module.ToString()),
        .. connection.Query<string>("select concat_ws(' ', table_name, column_name, data_type) from duckdb_columns() where schema_name = 'reference' order by table_name, column_index"),
    ]);

    private void Verify(IReadOnlyList<Snapshot> snapshots, IProgress<FlowProgress>? progress, CancellationToken cancellation)
    {
        var done = 0;
        foreach (var snapshot in snapshots)
        {
            cancellation.ThrowIfCancellationRequested();
            SnapshotVerification.Verify(snapshot, flow.Sources[snapshot.SourceId]);
            progress?.Report(new FlowProgress(FlowStage.Verify, snapshot.Label, ++done, snapshots.Count));
        }
    }

    private static void Prepare(DbConnection connection)
    {
        connection.Execute("""
            create schema if not exists raw;
            create schema if not exists clean;
            create schema if not exists indicators;
            create schema if not exists meta;
            """);
        if (!PublishedLayout.IsReadable(connection))
        {
            // Of an earlier version of the program: what readers see now is compared with, nothing is kept.
            connection.Execute("drop table if exists meta.kept_table; drop table if exists meta.kept_list; drop table if exists meta.wide_file");
        }

        connection.Execute("""
            create or replace table meta.previous_snapshot(source_id varchar, vintage varchar, observations bigint);
            create or replace table meta.previous_indicator(indicator_id varchar, countries bigint);
            create table if not exists meta.wide_file(source_id varchar, vintage varchar, lines bigint, empty_lines bigint, filled_cells bigint)
            """);
    }

    /// <summary>For the checks that nothing of it has gone.</summary>
    private static void CountWhatReadersSee(DuckDbOptions options)
    {
        using var connection = DuckDbProvider.Open(options);
        if (Has(connection, "snapshot"))
        {
            connection.Execute("insert into meta.previous_snapshot select source_id, vintage, observations from indicators.snapshot");
        }

        if (Has(connection, "indicator_value"))
        {
            connection.Execute("""
                insert into meta.previous_indicator
                select indicator_id, count(distinct ref_area) from indicators.indicator_value
                where ref_area in (select iso3 from reference.ref_area)
                group by indicator_id
                """);
        }
    }

    private static bool Has(DbConnection connection, string indicators) => connection.ExecuteScalar<bool>(
        "select count(*) > 0 from information_schema.tables where table_schema = 'indicators' and table_name = $indicators", new { indicators });

    private List<ModelRun> Stage(
        DbConnection connection, DuckDbOptions options, SnapshotTables tables, List<Snapshot> unread, IProgress<FlowProgress>? progress, CancellationToken cancellation)
    {
        CreateRawViews(connection, unread);
        // Files are read by all threads, even two files at a time: with a part of them each the peak of memory was a fifth higher.
        SideBySide.Share(connection, 1);
        var runs = new ConcurrentBag<ModelRun>();
        var done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = SideBySide.Most, CancellationToken = cancellation };
        try
        {
            Parallel.ForEach(unread, parallel, snapshot =>
            {
                using var reader = DuckDbProvider.Open(options);
                runs.Add(tables.Read(reader, snapshot, time));
                progress?.Report(new FlowProgress(FlowStage.Load, snapshot.Label, Interlocked.Increment(ref done), unread.Count));
            });
        }
        catch (AggregateException several)
        {
            // The first fault is enough to tell; the others are of the same kind or its consequence.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return [.. runs.OrderBy(r => r.Relation, StringComparer.Ordinal)];
    }

    /// <summary>A raw view reads whichever file the connection's variable names; it is made over the header that all of them have.</summary>
    private void CreateRawViews(DbConnection connection, IReadOnlyList<Snapshot> unread)
    {
        var spill = Directory.CreateDirectory(BuildOptions.SpillIn(home.Warehouse));
        foreach (var source in unread.Select(s => flow.Sources[s.SourceId]).Distinct())
        {
            var header = Path.Combine(spill.FullName, $"{source.SourceId}.header.csv");
            File.WriteAllText(header, string.Join(',', source.Columns) + "\n");
            connection.Execute("set variable snapshot_file = $header", new { header });
            new ModelRunner(connection, time).Run(flow.Model($"raw.{source.SourceId}"));
        }
    }

    private static void WriteRuns(DbConnection connection, IReadOnlyList<ModelRun> runs)
    {
        connection.Execute("create or replace table meta.model_run(relation varchar, rows bigint, duration_ms double)");
        using var rows = DuckDbProvider.CreateAppender(connection, "meta", "model_run");
        foreach (var run in runs)
        {
            rows.Add(run.Relation).Add(run.Rows).Add(run.Duration.TotalMilliseconds).EndRow();
        }

        rows.Complete();
    }
}
