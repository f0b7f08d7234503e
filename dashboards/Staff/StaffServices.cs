using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Staff;

/// <summary>Sign-in, who may open what, and form tokens: what the personal pages need and no other page has.</summary>
internal static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services, SignInOptions signIn)
    {
        services.AddSingleton(signIn);
        services.AddAuthentication(SignInClaims.Scheme).AddCookie(SignInClaims.Scheme, cookie => SignInCookie.Configure(cookie, signIn));
        services.AddTryLimit(signIn);
        services.AddSingleton<RefusedSignIns>();
        services.AddScoped<ProviderSignIn>();
        services.AddScoped<SignInCookie>();
        services.AddAuthorization(Policies.Configure);
        services.AddScoped<AuthenticationStateProvider, CircuitSignIn>();
        services.AddScoped<StaffDesk>();
        services.AddFormTokens();
        return services;
    }

    /// <summary>After routing, before anything that answers.</summary>
    public static IApplicationBuilder UseStaff(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            if (PersonalAttribute.IsOn(context.GetEndpoint()))
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return Task.CompletedTask;
                });
            }

            return next(context);
        });
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        return app.Use((context, next) =>
            context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
                ? NotYours.AnswerToForm(context, new ViewStateReader(context.Request.Query).ReadLanguage())
                : next(context));
    }

    /// <summary>The framework's tokens, but for personal pages only.</summary>
    private static void AddFormTokens(this IServiceCollection services)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "spi.form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Ours says the same and stands on every answer (SecurityHeaders).
            options.SuppressXFrameOptionsHeader = true;
        });
        var framework = services.Last(service => service.ServiceType == typeof(IAntiforgery)).ImplementationType
            ?? throw new InvalidOperationException("The framework registers its form tokens in another way now.");
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(provider =>
            new FormTokens((IAntiforgery)ActivatorUtilities.CreateInstance(provider, framework))));
    }
}
