using SpIndicators.App.Console;
using SpIndicators.App.Verbs;

var call = SpiCommand.Create(TimeProvider.System).Parse(args);
var status = await call.InvokeAsync();
return call.Errors.Count > 0 ? Outcome.BadUsage : status;
