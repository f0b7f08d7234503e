namespace SpIndicators.Dashboards.State;

/// <summary>
/// What a page is asked besides the common view: an indicator, the design of a benefit. The address says it wholly; what is
/// default is not written.
/// </summary>
public interface IPageState
{
    /// <summary>Names and values for the address, always in the same order.</summary>
    IEnumerable<(string Name, string Value)> Parameters();

    /// <summary>
    /// Holds free text or free numbers: such addresses are endless, and keeping their pages in memory would push out those
    /// that many people read.
    /// </summary>
    bool IsEndless => false;
}
