namespace SpIndicators.Dashboards.Shared;

/// <summary>How much a notice matters; each kind has its own sign and word, not only a colour.</summary>
public enum NoticeKind
{
    Information,
    Attention,
    Failure,
}
