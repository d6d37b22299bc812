using MathNet.Numerics.LinearAlgebra;

namespace Soccer.Train;

/// <summary>A convex loss over matches, with its gradient and Hessian.</summary>
public interface IConvexLoss
{
    /// <summary>How many weights there are.</summary>
    int Parameters { get; }

    /// <summary>How many matches there are.</summary>
    int Matches { get; }

    /// <summary>The loss alone.</summary>
    double At(ReadOnlySpan<double> weights);

    /// <summary>The loss; writes its gradient and its Hessian.</summary>
    double At(ReadOnlySpan<double> weights, Span<double> gradient, Matrix<double> hessian);
}
