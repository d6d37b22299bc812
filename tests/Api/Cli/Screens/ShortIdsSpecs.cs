using Soccer.Cli.Lists;

namespace Soccer.Api.Tests.Cli.Screens;

public sealed class ShortIdsSpecs
{
    [Test]
    public void Ids_have_eight_characters_at_least() =>
        Assert.That(ShortIds.LengthFor(["0a1b2c3d4e5f", "1a1b2c3d4e5f"]), Is.EqualTo(8));

    [Test]
    public void Ids_that_begin_alike_are_longer_by_what_tells_them_apart() =>
        Assert.That(ShortIds.LengthFor(["0a1b2c3d-4e5f", "0a1b2c3d-4e6f", "0a1b2c3d-4e5f"]), Is.EqualTo(12));

    [Test]
    public void An_id_of_an_empty_list_has_eight() => Assert.That(ShortIds.LengthFor([]), Is.EqualTo(8));
}
