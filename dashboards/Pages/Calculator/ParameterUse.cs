namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>A parameter of the method that a scenario uses, and what the reader put in its place.</summary>
public sealed record ParameterUse(PackageParameter Parameter, double? OfA, double? OfB, bool IsReplaced)
{
    /// <summary>Those of the benefits in either scenario; a replaced one is used by neither.</summary>
    public static IReadOnlyList<ParameterUse> Of(CalculatorModel model)
    {
        var inputs = model.Inputs!;
        var (a, b) = (model.State.A, model.State.B);
        var lines = inputs.Members.Select(m => m.Figure("", "line")!.SeriesCode).ToHashSet();
        return
        [
            .. from parameter in inputs.Parameters.Values
               let knob = lines.Contains(parameter.ParameterId) ? Knobs.Line : Knobs.All.FirstOrDefault(k => k.Parameter == parameter.ParameterId)
               where knob is not null && (knob.Benefit is not { } benefit || a.Has(benefit) || b?.Has(benefit) == true)
               orderby Knobs.All.Index().First(k => k.Item == knob).Index, parameter.ParameterId
               let mayReplace = !(inputs.IsGroup && knob == Knobs.Line)
               let ofA = mayReplace ? a[knob] : null
               let ofB = mayReplace ? b?[knob] : null
               select new ParameterUse(parameter, ofA, ofB, ofA is not null && (b is null || ofB is not null)),
        ];
    }
}
