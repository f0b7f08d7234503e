using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Dashboards.Api.Tables;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Api;

/// <summary>Files of Parquet are made a few at a time, whoever asks.</summary>
public sealed class ParquetPlacesTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    private const string Address = "/api/v1/data/coverage.parquet";

    [Fact]
    public async Task Parquet_WhileAllPlacesAreTaken_IsRefusedForNow_AndCsvIsNot()
    {
        var places = dashboard.Services.GetRequiredService<ParquetPlaces>();
        var taken = await Task.WhenAll(Enumerable.Range(0, ParquetPlaces.Most).Select(_ => places.Take(TestContext.Current.CancellationToken)));
        using var refused = await dashboard.Get(Address);
        using var csv = await dashboard.Get("/api/v1/data/coverage.csv");
        Array.ForEach(taken, place => place!.Dispose());
        using var answered = await dashboard.Get(Address);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("10", refused.Headers.GetValues("Retry-After").Single());
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Null(refused.Content.Headers.ContentDisposition);
        Assert.True(refused.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.OK, csv.StatusCode);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task Place_GivenBackTwice_IsFreeOnce()
    {
        using var places = new ParquetPlaces();
        var first = await places.Take(TestContext.Current.CancellationToken);
        first!.Dispose();
        first.Dispose();
        var taken = Enumerable.Range(0, ParquetPlaces.Most + 1).Select(_ => places.Take(TestContext.Current.CancellationToken)).ToList();

        Assert.Equal(ParquetPlaces.Most, taken.Count(place => place.IsCompletedSuccessfully));
    }
}
