using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Building;
using SpIndicators.Tests.Pipelines.BadInput;

namespace SpIndicators.Tests.Pipelines;

/// <summary>Nothing to build means: the same inputs, read by the same program.</summary>
public sealed class InputFingerprintTests : IDisposable
{
    private static readonly FlowModels Flow = SmallFlow.Of(SpoiledSnapshot.Source);
    private readonly TemporaryHome home = TemporaryHome.Empty();

    public InputFingerprintTests() => home.Add(SpoiledSnapshot.Source, SpoiledSnapshot.Vintage, SpoiledSnapshot.Good);

    [Fact]
    public void Fingerprint_OfTheSameInputsAndProgram_IsTheSame() =>
        Assert.Equal(InputFingerprint.Of(Flow, home.Home), InputFingerprint.Of(Flow, home.Home));

    /// <summary>A compiler gives each module another version id when its code is another.</summary>
    [Fact]
    public void Fingerprint_OfTheSameInputsAndAnotherProgram_IsAnother() =>
        Assert.NotEqual(
            InputFingerprint.Of(Flow, home.Home, InputFingerprint.Program),
            InputFingerprint.Of(Flow, home.Home, [Guid.NewGuid(), .. InputFingerprint.Program.Skip(1)]));

    [Fact]
    public void Program_OfAFingerprint_IsEveryAssemblyThatMakesAWarehouse()
    {
        string[] makers = ["SpIndicators.Pipelines", "SpIndicators.Warehouse", "SpIndicators.DuckDb", "SpIndicators.Core"];
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Where(a => makers.Contains(a.GetName().Name)).ToList();

        Assert.Equal(makers.Length, loaded.Count);
        Assert.Equal(loaded.Select(a => a.ManifestModule.ModuleVersionId).Order(), InputFingerprint.Program.Order());
    }

    public void Dispose() => home.Dispose();
}
