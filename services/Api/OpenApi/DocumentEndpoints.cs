using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using Soccer.Api.Access;
using Soccer.Api.Fixtures;

namespace Soccer.Api.OpenApi;

/// <summary>
/// The OpenAPI document, and a page that shows it and sends requests with the reader's key. Neither holds data, so neither needs a key.
/// </summary>
static class DocumentEndpoints
{
    public const string Document = "/openapi/v1.json", Page = "/docs";

    public static void MapDocument(this WebApplication app)
    {
        // It is the same for every reader, and writing it takes a thousand times as long as sending it.
        var document = new Lazy<Task<StoredAnswer>>(() => Write(app.Services));
        app.MapGet(Document, async Task<IResult> (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            // One that could not be written is tried again.
            if (document.Value.IsFaulted)
                document = new(() => Write(app.Services));
            return await document.Value;
        }).Open();
        app.MapScalarApiReference(Page, Configure).Open();
    }

    static async Task<StoredAnswer> Write(IServiceProvider services)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Api.Document.Name).GetOpenApiDocumentAsync();
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
        return new(json.ToArray(), services.GetRequiredService<TimeProvider>().GetTimestamp());
    }

    static void Configure(ScalarOptions page, HttpContext http)
    {
        page.WithTitle($"{Api.Document.Title} API").WithNonce().WithOpenApiRoutePattern(Document).AddDocument(Api.Document.Name)
            .WithDefaultHttpClient(ScalarTarget.Shell, ScalarClient.Curl)
            .PreserveSchemaPropertyOrder().HideModels().AddPreferredSecuritySchemes(KeyAuthentication.Bearer);
        // Everything that would call another site.
        page.DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools();
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = Policy(http.Items[ScalarOptions.NonceHttpContextItemKey]);
            headers[HeaderNames.XContentTypeOptions] = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            return Task.CompletedTask;
        });
    }

    /// <summary>The browser itself keeps the page from calling another site, and from being framed by one.</summary>
    static string Policy(object? nonce) =>
        $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; "
        + "font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
