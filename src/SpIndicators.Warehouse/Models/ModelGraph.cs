using System.Data.Common;

namespace SpIndicators.Warehouse.Models;

/// <summary>The models in an order in which each comes after all it reads.</summary>
public static class ModelGraph
{
    /// <summary>
    /// Orders models by their references, those that most wait for, one after the other, first: where several are ready at
    /// once, the longest chain is not to begin last. Ties keep the path's alphabetical order, so that the same models always
    /// run in the same order.
    /// </summary>
    /// <exception cref="ModelException">A model cannot be parsed, or models read each other in a circle.</exception>
    public static IReadOnlyList<SqlModel> Order(DbConnection parser, IEnumerable<SqlModel> models)
    {
        var waiting = models.OrderBy(m => m.Path, StringComparer.Ordinal).ToList();
        var names = waiting.Select(m => m.FullName).ToHashSet(StringComparer.Ordinal);
        var reads = waiting.ToDictionary(m => m, m => SqlReferences.Of(parser, m).Where(names.Contains).ToHashSet(StringComparer.Ordinal));
        var ordered = new List<SqlModel>(waiting.Count);
        while (waiting.Count > 0)
        {
            var ready = waiting.Find(m => reads[m].Count == 0)
                ?? throw Circle(waiting, reads);
            waiting.Remove(ready);
            ordered.Add(ready);
            foreach (var open in reads.Values)
            {
                open.Remove(ready.FullName);
            }
        }

        return LongestChainsFirst(ordered, m => SqlReferences.Of(parser, m));
    }

    /// <summary>By how many models wait for it in a row, which is less for every model than for all it reads.</summary>
    private static List<SqlModel> LongestChainsFirst(List<SqlModel> ordered, Func<SqlModel, IReadOnlySet<string>> reads)
    {
        var waiting = ordered.ToDictionary(m => m.FullName, _ => 0, StringComparer.Ordinal);
        foreach (var model in Enumerable.Reverse(ordered))
        {
            foreach (var read in reads(model).Where(waiting.ContainsKey))
            {
                waiting[read] = Math.Max(waiting[read], waiting[model.FullName] + 1);
            }
        }

        return [.. ordered.OrderByDescending(m => waiting[m.FullName])];
    }

    /// <summary>Follows unmet references from any waiting model until one comes round again.</summary>
    private static ModelException Circle(List<SqlModel> waiting, Dictionary<SqlModel, HashSet<string>> reads)
    {
        var path = new List<SqlModel> { waiting[0] };
        while (true)
        {
            var next = waiting.Find(m => reads[path[^1]].Contains(m.FullName))!;
            var start = path.IndexOf(next);
            path.Add(next);
            if (start >= 0)
            {
                return ModelException.Of(next, $"reads in a circle: {string.Join(" → ", path[start..].Select(m => m.FullName))}");
            }
        }
    }
}
