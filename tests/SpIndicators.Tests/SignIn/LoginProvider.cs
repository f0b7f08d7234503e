using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SpIndicators.Tests.Fetching;

namespace SpIndicators.Tests.SignIn;

/// <summary>
/// A provider of OpenID Connect on this machine: describes itself, gives out codes and, for a code with its secret and its
/// verifier (PKCE), a token signed with its own key. A test says who is asked and what is wrong with the token.
/// </summary>
internal sealed class LoginProvider : IAsyncDisposable
{
    public const string Client = "spi";
    public const string Secret = "a secret between the two";

    private readonly AgencyServer server = new();
    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string RedirectUri)> codes = new(StringComparer.Ordinal);

    public LoginProvider()
    {
        server.On("/.well-known/openid-configuration",
            $$"""
            { "issuer": "{{Issuer}}", "authorization_endpoint": "{{Issuer}}/authorize", "token_endpoint": "{{Issuer}}/token", "jwks_uri": "{{Issuer}}/keys",
              "response_types_supported": ["code"], "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"] }
            """);
        var open = key.ExportParameters(includePrivateParameters: false);
        server.On("/keys", Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = Base64(open.Modulus!), e = Base64(open.Exponent!) } } }));
        server.On("/authorize", (context, _) => Authorize(context));
        server.On("/token", (context, _) => Token(context));
    }

    public Uri Address => server.Address;

    public string Issuer => Address.ToString().TrimEnd('/');

    /// <summary>Claims of whoever sits at the browser.</summary>
    public Dictionary<string, object> Person { get; } = new() { ["sub"] = "1", ["preferred_username"] = "amina", ["roles"] = new[] { "statistics" } };

    /// <summary>What a dishonest or broken provider changes in the token.</summary>
    public Action<Dictionary<string, object>> Spoils { get; set; } = _ => { };

    /// <summary>Signs instead of its own key.</summary>
    public RSA? OtherKey { get; set; }

    public string Algorithm { get; set; } = "RS256";

    public bool Signs { get; set; } = true;

    /// <summary>Answers the wish to sign in with this error.</summary>
    public string? Error { get; set; }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        key.Dispose();
    }

    private async Task Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["response_type"] != "code" || query["client_id"] != Client || query["code_challenge_method"] != "S256" || !query["scope"].ToString().Split(' ').Contains("openid"))
        {
            await AgencyServer.Status(context, 400);
            return;
        }

        var code = RandomNumberGenerator.GetHexString(20);
        codes[code] = (query["nonce"]!, query["code_challenge"]!, query["redirect_uri"]!);
        var answer = Error is null ? $"code={code}" : $"error={Error}&error_description=Somebody%20said%20no";
        context.Response.Redirect($"{query["redirect_uri"]}?{answer}&state={Uri.EscapeDataString(query["state"]!)}");
    }

    private async Task Token(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var isKnown = codes.TryRemove(form["code"].ToString(), out var asked);
        var challenge = Base64(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!isKnown || form["client_secret"] != Secret || form["redirect_uri"] != asked.RedirectUri || challenge != asked.Challenge)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { error = "invalid_grant" }, context.RequestAborted);
            return;
        }

        await context.Response.WriteAsJsonAsync(new { access_token = "of no use here", token_type = "Bearer", expires_in = 300, id_token = IdToken(asked.Nonce) }, context.RequestAborted);
    }

    private string IdToken(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new Dictionary<string, object>(Person)
        {
            ["iss"] = Issuer, ["aud"] = Client, ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(), ["nonce"] = nonce,
        };
        Spoils(claims);
        var text = $"{Base64(Encoding.UTF8.GetBytes(Json(new { alg = Algorithm, typ = "JWT", kid = "1" })))}.{Base64(Encoding.UTF8.GetBytes(Json(claims)))}";
        return Signs ? $"{text}.{Base64((OtherKey ?? key).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}" : $"{text}.";
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);

    private static string Base64(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
