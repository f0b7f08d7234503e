using Microsoft.AspNetCore.Components;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards;

/// <summary>
/// A page: static-rendered, of one vintage, in one language. What every page needs is at hand by a short name.
/// </summary>
public abstract class DashboardPage : ComponentBase
{
    [Inject]
    public required PageView View { get; set; }

    protected Texts T => View.T;

    protected Formats Format => View.Format;

    protected ViewState State => View.State;

    protected WarehouseSession Session => View.Session;
}
