using Soccer.Cli.Lists;

namespace Soccer.Api.Tests.Cli.Screens;

[NonParallelizable]
public sealed class ShortIdsSpecs
{
    [Test]
    public void Ids_have_eight_characters_at_least() =>
        Assert.That(ShortIds.LengthFor(["0a1b2c3d4e5f", "1a1b2c3d4e5f"]), Is.EqualTo(8));

    [Test]
    public void Ids_that_begin_alike_are_longer_by_what_tells_them_apart() =>
        Assert.That(ShortIds.LengthFor(["0a1b2c3d-4e5f", "0a1b2c3d-4e6f", "0a1b2c3d-4e5f"]), Is.EqualTo(12));

    [Test]
    public void Ids_that_begin_with_their_time_have_as_many_as_they_need() =>
        Assert.That(ShortIds.LengthFor(["019a1111-2222-7000-8000-000000000001", "029a1111-2222-7000-8000-000000000002"], 13), Is.EqualTo(13));

    [Test]
    public async Task Runs_of_a_minute_are_told_apart_from_those_that_are_not_listed() =>
        Assert.That(await ScreenTrial.Show(80, "runs"), Does.Contain("\n019a1111-2222  completed"));

    [Test]
    public void An_id_of_an_empty_list_has_eight() => Assert.That(ShortIds.LengthFor([]), Is.EqualTo(8));
}
