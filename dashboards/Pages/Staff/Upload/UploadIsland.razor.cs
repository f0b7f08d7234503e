using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Pages.Staff.Shared;
using SpIndicators.Dashboards.Shared;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Staff.Upload;

/// <summary>
/// A file is chosen, its columns are told, and what would be read is shown at each change; only then it is landed and a run
/// asked for that builds it, checks it, and publishes or holds it like any other release.
/// </summary>
public sealed partial class UploadIsland : StaffIsland
{
    private UploadForm form = new();
    private byte[] bytes = [];
    private string? fileName;
    private DropPreview? preview;

    /// <summary>Why nothing can be read of the file at all; in English, like all that comes from a build.</summary>
    private string? refusal;

    private IReadOnlyList<UploadChoice> contingencies = [];
    private IReadOnlyList<UploadChoice> countries = [];

    [Inject]
    public required PublishedWarehouse Warehouse { get; set; }

    [Inject]
    public required IFileDrop Drop { get; set; }

    [Inject]
    public required IRefreshScheduler Scheduler { get; set; }

    private bool CanLand => preview is { FaultCount: 0, Rows: > 0 } && form.IsOriginTold;

    /// <summary>The codes that a file's words may stand for.</summary>
    protected override Task Load()
    {
        using var session = Warehouse.TryOpen();
        if (session is not null && countries.Count == 0)
        {
            (contingencies, countries) = (UploadChoices.Contingencies(session, T.Language), UploadChoices.Countries(session, T.Language));
        }

        return Task.CompletedTask;
    }

    private async Task Choose(InputFileChangeEventArgs chosen)
    {
        Clear();
        fileName = chosen.File.Name;
        if (chosen.File.Size > IFileDrop.MaxBytes)
        {
            refusal = T["upload.too-large", Format.Whole(IFileDrop.MaxBytes / 1024 / 1024)];
            return;
        }

        using var all = new MemoryStream();
        await using (var file = chosen.File.OpenReadStream(IFileDrop.MaxBytes, Gone))
        {
            await file.CopyToAsync(all, Gone);
        }

        bytes = all.ToArray();
        await Look();
        if (preview is not null)
        {
            form.Guess(preview.Columns);
            await Look();
        }
    }

    private async Task ChooseSheet()
    {
        await Look();
        if (preview is not null)
        {
            form.Guess(preview.Columns);
            await Look();
        }
    }

    /// <summary>Reads the file again, as the form stands now.</summary>
    private async Task Look()
    {
        if (fileName is null || !MayAct)
        {
            return;
        }

        try
        {
            preview = await Drop.Preview(new MemoryStream(bytes, writable: false), fileName, form.Mapping, Gone);
            refusal = null;
        }
        catch (DropException unreadable)
        {
            (preview, refusal) = (null, unreadable.Message);
        }
    }

    private async Task Land()
    {
        var (name, rows) = (fileName!, preview!.Rows);
        await Act("upload.land", name, $"{rows} rows of {form.Producer.Trim()}", T["upload.done", name], async (who, stop) =>
        {
            _ = await Drop.Land(new MemoryStream(bytes, writable: false), name, form.Mapping, form.Origin, who, stop)
                ?? throw new DropException(T["upload.same"]);
            await Scheduler.RunNow(new RefreshRequest(IFileDrop.SourceId, [IFileDrop.SourceId], RunTrigger.Manual, who, 1, 1) { Offline = true }, stop);
        });
        if (Said is { Kind: NoticeKind.Information })
        {
            Clear();
        }
    }

    private void Clear()
    {
        (form, bytes, fileName, preview, refusal) = (new UploadForm { Producer = form.Producer, Citation = form.Citation, Licence = form.Licence }, [], null, null, null);
    }
}
