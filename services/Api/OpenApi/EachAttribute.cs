namespace Soccer.Api.OpenApi;

/// <summary>What the document says of each number of a list in a request. The operation checks them itself.</summary>
/// <param name="above">Each is above this.</param>
/// <param name="most">Each is this at most.</param>
[AttributeUsage(AttributeTargets.Property)]
sealed class EachAttribute(double above, double most) : Attribute
{
    public double Above { get; } = above;

    public double Most { get; } = most;
}
