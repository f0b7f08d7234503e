using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace SpIndicators.Pipelines.Fetching.Http;

/// <summary>How often and after which waits each machine is asked: one pipeline a machine, so that one that is down does not hold up the others.</summary>
internal sealed class Persistence(FetchSettings settings, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, ResiliencePipeline> pipelines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The limit of one try, which waiting for one's turn does not count against.</summary>
    public ResiliencePipeline Try { get; } = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(settings.TryTimeout).Build();

    public ResiliencePipeline Of(string host) => pipelines.GetOrAdd(host, _ => Make());

    private ResiliencePipeline Make()
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (settings.MaxTries > 1)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<TimeoutRejectedException>().Handle<AgencyTrouble>(t => t.MayPass && !(t.RetryAfter > settings.LongestWait)),
                MaxRetryAttempts = settings.MaxTries - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = settings.FirstWait,
                MaxDelay = settings.LongestWait,
                DelayGenerator = tried => ValueTask.FromResult((tried.Outcome.Exception as AgencyTrouble)?.RetryAfter),
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<TimeoutRejectedException>().Handle<AgencyTrouble>(t => t.IsOfTheMachine),
                FailureRatio = 1,
                MinimumThroughput = Math.Max(2, settings.FailuresUntilPause),
                SamplingDuration = settings.Pause,
                BreakDuration = settings.Pause,
            })
            .Build();
    }
}
