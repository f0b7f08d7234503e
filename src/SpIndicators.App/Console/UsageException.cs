namespace SpIndicators.App.Console;

/// <summary>The words of the call are off: exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message);
