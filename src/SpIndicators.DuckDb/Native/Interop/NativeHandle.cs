using System.Runtime.InteropServices;

namespace SpIndicators.DuckDb;

/// <summary>
/// Something DuckDB must free once, and not before everything made from it is gone: a handle keeps its parent
/// alive (result → connection → database), in whatever order the finalizers run.
/// </summary>
internal abstract class NativeHandle : SafeHandle
{
    private readonly SafeHandle? parent;

    protected NativeHandle(nint value, SafeHandle? parent)
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
        if (value == 0)
        {
            return;
        }

        var held = false;
        parent?.DangerousAddRef(ref held);
        this.parent = parent;
        SetHandle(value);
    }

    public override bool IsInvalid => handle == 0;

    protected abstract void Free(ref nint value);

    protected sealed override bool ReleaseHandle()
    {
        Free(ref handle);
        parent?.DangerousRelease();
        return true;
    }
}
