namespace SpIndicators.Pipelines.Fetching.Http;

/// <summary>A file of this installation could not be written or read: no agency's fault, and asking again would not help.</summary>
internal sealed class OwnDiskException(string folder, Exception inner) : Exception(Words(folder, inner), inner)
{
    // ENOSPC and EDQUOT of Linux; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
    private static readonly int[] FullDisk = [28, 122, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>Names the folder, so that whoever reads it knows where to make room.</summary>
    public static string Words(string folder, Exception failure) => FullDisk.Contains(failure.HResult)
        ? $"The disk of this installation is full: nothing more can be written to {folder}. The agency is not the cause. Make room there, then run this again."
        : $"This installation cannot use its own folder {folder} ({failure.Message}). The agency is not the cause. Mend that, then run this again.";
}
