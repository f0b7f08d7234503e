namespace SpIndicators.Tests.Running;

public sealed class KilledRunUnderQuartzTests() : KilledRunContract(usesHangfire: false);

#if FULL_FEED
public sealed class KilledRunUnderHangfireTests() : KilledRunContract(usesHangfire: true);
#endif
