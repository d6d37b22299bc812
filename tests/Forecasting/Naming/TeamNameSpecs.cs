using FsCheck;
using FsCheck.Fluent;

namespace Soccer.Forecasting.Tests.Naming;

sealed class TeamNameSpecs
{
    // From Unicode's NormalizationTest.txt, and names as keyboards and files have them.
    [TestCase("A\u030Alderwick", "\u00C5lderwick")]
    [TestCase("\u212Blderwick", "\u00C5lderwick")]
    [TestCase("Mo\u0308nchengladbach", "Mönchengladbach")]
    [TestCase("S\u0327anl\u0131urfaspor", "Şanlıurfaspor")]
    [TestCase("I\u0307stanbul", "İstanbul")]
    [TestCase("D\u0323\u0307", "\u1E0C\u0307", TestName = "A_mark_below_comes_before_one_above")]
    [TestCase("D\u0307\u0323", "\u1E0C\u0307", TestName = "A_mark_below_comes_before_one_above_in_whatever_order_they_were")]
    [TestCase("\u1E0A\u0323", "\u1E0C\u0307", TestName = "A_mark_below_comes_before_one_that_is_in_the_letter")]
    [TestCase("a\u0302\u0323", "\u1EAD", TestName = "Two_marks_make_one_letter")]
    [TestCase("a\u0301\u0301", "\u00E1\u0301", TestName = "A_second_mark_of_the_same_place_stays")]
    [TestCase("\u1112\u1161\u11AB", "\uD55C", TestName = "Korean_letters_make_a_syllable")]
    [TestCase("\u30AB\u3099\u30F3\u30CF\u3099", "\u30AC\u30F3\u30D0")]
    [TestCase("\u0418\u0306", "\u0419")]
    [TestCase("\u03B1\u0345\u0301", "\u1FB4", TestName = "Greek_letters_with_two_marks")]
    [TestCase("\u0301x", "\u0301x", TestName = "A_mark_without_a_letter_stays")]
    [TestCase(" Nott\u2019m\t Forest\r\n", "Nott'm Forest")]
    [TestCase("King\u00B4s\u00A0Lynn", "King's Lynn")]
    [TestCase("\uFEFFAr\u00ADse\u200Bnal\u0007", "Arsenal")]
    [TestCase(" \u200B ", "")]
    public void Has_one_spelling(string written, string name) => Assert.That(TeamName.Normalise(written), Is.EqualTo(name));

    // No attribute can hold half of a character.
    [Test]
    public void Half_a_character_is_replaced() => Assert.That(TeamName.Normalise("\uD800Arsenal"), Is.EqualTo("\uFFFDArsenal"));

    [Test]
    public void A_normalised_name_stays_as_it_is() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(), text => TeamName.Normalise(TeamName.Normalise(text.Get)) == TeamName.Normalise(text.Get))
        .QuickCheckThrowOnFailure();
}
