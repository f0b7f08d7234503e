using SpIndicators.App.Verbs;

return await SpiCommand.Create(TimeProvider.System).Parse(args).InvokeAsync();
