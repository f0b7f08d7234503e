using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Staff;

/// <summary>Signing out is a posted form with its token: no link on a page of somebody else's can do it.</summary>
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Urls.SignOutPath, Answer)
        .WithMetadata(new PersonalAttribute(), new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Answer(HttpContext context, IAuditLog audit)
    {
        if (SignInClaims.NameOf(context.User) is { } name)
        {
            await audit.Write(name, "user.sign-out", name, null, CancellationToken.None);
        }

        await context.SignOutAsync(SignInClaims.Scheme);
        return Results.LocalRedirect(Urls.SignIn(new ViewStateReader(context.Request.Query).ReadLanguage()));
    }
}
