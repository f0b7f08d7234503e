namespace SpIndicators.Dashboards.State;

/// <summary>What a page shows of coverage.</summary>
public enum Measure
{
    /// <summary>Percentage points missing to everyone.</summary>
    Gap,

    /// <summary>Per cent of the persons concerned.</summary>
    Coverage,

    /// <summary>Persons left out.</summary>
    People,
}
