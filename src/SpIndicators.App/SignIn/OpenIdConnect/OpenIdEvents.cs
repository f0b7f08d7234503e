using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using SpIndicators.Dashboards.Staff;

namespace SpIndicators.App.SignIn.OpenIdConnect;

/// <summary>Between the handler's work and ours: what passes all of its checks is admitted or not, and whatever fails gets a plain page.</summary>
internal sealed class OpenIdEvents(ProviderSignIn signIn, OpenIdSettings settings) : OpenIdConnectEvents
{
    private const int LongestReason = 200;

    /// <summary>The handler trusts the connection and lets a token without a signature pass; a provider that signs none is set up wrongly.</summary>
    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (string.IsNullOrEmpty(context.SecurityToken.RawSignature))
        {
            context.Fail("the token is not signed");
        }

        return Task.CompletedTask;
    }

    // Not with the event before it: the nonce is looked at only afterwards, and no account may come of a wrong one.
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var page = context.ReturnUri;
        if (context.Principal is not { } claimed || ProvidedClaims.Identity(claimed, settings) is not { } who)
        {
            await signIn.Refuse(context.HttpContext, ProviderRefusal.Answer, "the token says no issuer or no subject", page);
            context.HandleResponse();
            return;
        }

        if (await signIn.Admit(context.HttpContext, who, ProvidedClaims.Role(claimed, settings), page) is not { } admitted)
        {
            context.HandleResponse();
            return;
        }

        context.Principal = admitted;
    }

    public override async Task AccessDenied(AccessDeniedContext context)
    {
        await signIn.Refuse(context.HttpContext, ProviderRefusal.Cancelled, "turned back at the provider", context.ReturnUrl);
        context.HandleResponse();
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        await signIn.Refuse(context.HttpContext, ProviderRefusal.Answer, Short(context.Failure), context.Properties?.RedirectUri);
        context.HandleResponse();
    }

    /// <summary>The libraries' reasons run over several lines and repeat what a stranger sent.</summary>
    public static string Short(Exception? failure)
    {
        var words = failure?.Message.ReplaceLineEndings(" ") ?? "no reason given";
        return words.Length > LongestReason ? words[..LongestReason] + "…" : words;
    }
}
