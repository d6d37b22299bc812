namespace Soccer.Cli.Terminal;

/// <summary>The head of a printed column.</summary>
/// <param name="Title">One line.</param>
/// <param name="Width">Characters of its cells.</param>
/// <param name="IsFigure">Whether the cells stand to the right.</param>
sealed record Head(string Title, int Width, bool IsFigure);
