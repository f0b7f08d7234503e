namespace SpIndicators.Dashboards.FirstBuild;

/// <summary>The stages of a build in their order, as a reader sees them.</summary>
public enum BuildStage
{
    Verify,
    Load,
    Derive,
    Check,
    Publish,
}
