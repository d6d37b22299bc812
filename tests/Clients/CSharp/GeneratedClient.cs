using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace Soccer.Clients.Tests.CSharp;

/// <summary>A C# client made of the document by NSwag, and compiled in memory as strictly as the compiler can.</summary>
static class GeneratedClient
{
    /// <summary>The client's source.</summary>
    public static async Task<string> Generate(string document)
    {
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "SoccerClient",
            UseBaseUrl = false,
            GenerateOptionalParameters = true,
            WrapResponses = true,
            ResponseArrayType = ListType,
            CSharpGeneratorSettings =
            {
                Namespace = "Soccer.Generated",
                JsonLibrary = CSharpJsonLibrary.SystemTextJson,
                JsonLibraryVersion = 10,
                GenerateNullableReferenceTypes = true,
                GenerateOptionalPropertiesAsNullable = true,
                DateType = "System.DateOnly",
                ArrayType = ListType,
                ArrayInstanceType = "System.Collections.Generic.List",
            },
        };
        return new CSharpClientGenerator(await OpenApiDocument.FromJsonAsync(document), settings).GenerateFile();
    }

    /// <summary>What the compiler has to say of some sources: warnings are errors, and nullable references are on.</summary>
    public static (IReadOnlyList<string> Faults, Assembly? Compiled) Compile(params string[] sources)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9999,
            nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create(
            "Soccer.Generated", [Usings, .. sources.Select(source => CSharpSyntaxTree.ParseText(source))],
            Platform.Select(path => MetadataReference.CreateFromFile(path)), options);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        string[] faults = [.. result.Diagnostics.Where(fault => fault.Severity >= DiagnosticSeverity.Warning).Select(fault => $"{fault}")];
        image.Position = 0;
        return (faults, result.Success ? AssemblyLoadContext.Default.LoadFromStream(image) : null);
    }

    const string ListType = "System.Collections.Generic.IReadOnlyList";

    static SyntaxTree Usings => CSharpSyntaxTree.ParseText("""
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading.Tasks;
        """);

    /// <summary>The runtime's own libraries.</summary>
    static IEnumerable<string> Platform => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location));
}
