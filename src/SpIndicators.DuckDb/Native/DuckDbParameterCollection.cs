using System.Collections;
using System.Data.Common;

namespace SpIndicators.DuckDb;

/// <summary>Values of a command; $1 or ? takes them by place, $name by name without regard to case.</summary>
internal sealed class DuckDbParameterCollection : DbParameterCollection
{
    private readonly List<DbParameter> parameters = [];

    public override int Count => parameters.Count;

    public override object SyncRoot => parameters;

    public override int Add(object value)
    {
        parameters.Add((DbParameter)value);
        return parameters.Count - 1;
    }

    public override void AddRange(Array values)
    {
        foreach (var value in values)
        {
            Add(value);
        }
    }

    public override void Clear() => parameters.Clear();

    public override bool Contains(object value) => IndexOf(value) >= 0;

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) => ((ICollection)parameters).CopyTo(array, index);

    public override IEnumerator GetEnumerator() => parameters.GetEnumerator();

    public override int IndexOf(object value) => parameters.IndexOf((DbParameter)value);

    public override int IndexOf(string parameterName)
    {
        var bare = Bare(parameterName);
        return parameters.FindIndex(parameter => Bare(parameter.ParameterName).Equals(bare, StringComparison.OrdinalIgnoreCase));
    }

    public override void Insert(int index, object value) => parameters.Insert(index, (DbParameter)value);

    public override void Remove(object value) => parameters.Remove((DbParameter)value);

    public override void RemoveAt(int index) => parameters.RemoveAt(index);

    public override void RemoveAt(string parameterName) => parameters.RemoveAt(Place(parameterName));

    protected override DbParameter GetParameter(int index) => parameters[index];

    protected override DbParameter GetParameter(string parameterName) => parameters[Place(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => parameters[index] = value;

    protected override void SetParameter(string parameterName, DbParameter value) => parameters[Place(parameterName)] = value;

    private static string Bare(string name) => name.TrimStart('$', '@', ':');

    private int Place(string name) => IndexOf(name) is var place and >= 0
        ? place
        : throw new ArgumentException($"The command has no parameter '{name}'.", nameof(name));
}
