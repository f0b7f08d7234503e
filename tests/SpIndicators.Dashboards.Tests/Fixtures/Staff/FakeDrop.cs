using System.Text;
using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Tests.Fixtures.Staff;

/// <summary>Answers as it is told to, and keeps what was landed and under which mappings it was looked at.</summary>
public sealed class FakeDrop : IFileDrop
{
    public static DropPreview Readable { get; } = new(
        [], ["Pays", "Taux"], [new(2, "KEN", "OLDAGE", "_T", 2021, 24.8m, null, "ملاحظة 👵")], 1, 0, [], 0, [], 0, []);

    public DropPreview Answer { get; set; } = Readable;

    /// <summary>In place of an answer.</summary>
    public string? Refusal { get; set; }

    public List<DropMapping> Looked { get; } = [];

    public List<(string Name, string Text, DropOrigin Origin, string Who)> Landed { get; } = [];

    public Task<DropPreview> Preview(Stream bytes, string name, DropMapping mapping, CancellationToken cancellation)
    {
        Looked.Add(mapping);
        return Refusal is null ? Task.FromResult(Answer) : Task.FromException<DropPreview>(new DropException(Refusal));
    }

    public async Task<string?> Land(Stream bytes, string name, DropMapping mapping, DropOrigin origin, string who, CancellationToken cancellation)
    {
        using var text = new StreamReader(bytes, Encoding.UTF8);
        var all = await text.ReadToEndAsync(cancellation);
        if (Landed.Exists(landed => landed.Text == all))
        {
            return null;
        }

        Landed.Add((name, all, origin, who));
        return "2026-03-01";
    }
}
