namespace Soccer.Forecasting.Naming;

/// <summary>Finds the teams whose names or nicknames are nearest to a name.</summary>
/// <param name="teams">Every team.</param>
/// <param name="present">The division of each team that plays in one's newest season.</param>
sealed class NearTeams(IReadOnlyList<KnownTeam> teams, IReadOnlyDictionary<long, string> present)
{
    const int Suggested = 3;

    /// <summary>A name that is less like the asked one is suggested only after others.</summary>
    public const double Near = 0.49;

    /// <summary>All of a name's own words are the asked one's, or it is a nickname of the club.</summary>
    public const double Sure = 0.75;

    /// <summary>All words are the same.</summary>
    public const double SameWords = 0.96;

    /// <summary>A name that is less like the asked one is another word.</summary>
    const double Least = 0.35;

    /// <summary>Two names that differ by less are equally near.</summary>
    const double Margin = 0.04;

    /// <summary>The id of no team.</summary>
    const long Unknown = long.MinValue;

    /// <summary>How much nearer a present team of the asked division, one of any division, and one of the likely country is.</summary>
    const double OfDivision = 0.08, OfPresent = 0.03, OfCountry = 0.05;

    /// <summary>A name that begins with what was asked is near, however long; nearer, where that is its first word.</summary>
    const double OfBeginning = 0.55, OfFirstWord = 0.75;

    /// <summary>Letters alone, without the spaces between words, say less than words do.</summary>
    const double OfJoined = 0.9;
    const int LeastBeginning = 3;

    /// <summary>Nobody's name is longer, and comparing takes time.</summary>
    const int Longest = 100;

    readonly Lazy<Form[]> forms = new(() => [.. teams.SelectMany(FormsOf), .. UnknownClubs(teams)]);

    /// <summary>The nearest teams, nearest first, each name once.</summary>
    /// <param name="wanted">The asked name, normalised.</param>
    /// <param name="scope">Where to look.</param>
    /// <param name="enough">How like the first must be; where that is more than <see cref="Near"/>, all of them.</param>
    /// <returns>
    /// The nearest teams, nearest first; if several are equally near, only those, with IsGuess set. Empty if no team is near, or if a club
    /// that is not among the known teams is as near by its nickname.
    /// </returns>
    public (KnownTeam[] Teams, bool IsGuess) To(string wanted, TeamScope scope, double enough = Near)
    {
        var likest = Likest(wanted.Length > Longest ? [] : NameWord.Of(wanted), scope, enough > Near ? enough : Least);
        if (likest is not [var first, ..] || first.Raw < enough)
            return ([], false);
        var near = likest.TakeWhile(other => first.Likeness - other.Likeness < Margin).ToList();
        if (near.Exists(other => other.Team.Id == Unknown))
            return ([], false);
        var isGuess = near.DistinctBy(other => other.Team.Name).Count() > 1;
        var suggested = (isGuess ? near : likest).Select(other => other.Team).Where(team => team.Id != Unknown);
        return ([.. suggested.DistinctBy(team => team.Name).Take(Suggested)], isGuess);
    }

    /// <summary>The likest teams, likest first: by their likeness, and by that and what favours them.</summary>
    List<(KnownTeam Team, double Raw, double Likeness)> Likest(NameWord[] asked, TeamScope scope, double least)
    {
        var joined = Joined(asked);
        return
        [
            .. forms.Value.Where(form => scope.Country is null || form.Team.Country == scope.Country)
                .Select(form => (form.Team, Likeness: LikenessOf(form, asked, joined)))
                .Where(form => form.Likeness >= least)
                .GroupBy(form => form.Team)
                .Select(ofTeam => (Team: ofTeam.Key, Raw: ofTeam.Max(form => form.Likeness)))
                .Select(near => (near.Team, near.Raw, Likeness: near.Raw + Favour(near.Team, scope)))
                .OrderByDescending(near => near.Likeness).ThenBy(near => near.Team.Name, StringComparer.Ordinal),
        ];
    }

    double Favour(KnownTeam team, TeamScope scope)
    {
        var favour = team.Country == scope.Likely ? OfCountry : 0;
        if (present.TryGetValue(team.Id, out var division))
            favour += division == scope.Division ? OfDivision : OfPresent;
        return favour;
    }

    static double LikenessOf(Form form, NameWord[] asked, string joined)
    {
        if (form.IsNickname)
            return Math.Max(NameLikeness.OfNickname(asked, form.Words), OfMisspelt(joined, form.Joined));
        var likeness = NameLikeness.OfNames(asked, form.Words);
        if (NameLikeness.IsReserve(asked) != NameLikeness.IsReserve(form.Words))
            return likeness;
        if (joined.Length >= LeastBeginning && form.Joined.StartsWith(joined, StringComparison.Ordinal))
            likeness = Math.Max(likeness, form.Words[0].Text == joined ? OfFirstWord : OfBeginning);
        return Math.Max(likeness, OfMisspelt(joined, form.Joined));
    }

    /// <summary>Words written as one, or one as several.</summary>
    static double OfMisspelt(string joined, string known) => Math.Min(OfJoined, WordLikeness.OfMisspelt(joined, known));

    static IEnumerable<Form> FormsOf(KnownTeam team) =>
        [FormOf(team, team.Name, false), .. Nicknames.Of(team).Select(name => FormOf(team, name, true))];

    /// <summary>Clubs that have nicknames and are not known: who asks for one means no other.</summary>
    static IEnumerable<Form> UnknownClubs(IReadOnlyList<KnownTeam> teams)
    {
        var known = teams.Select(team => (team.Country, Nicknames.KeyOf(team.Name))).ToHashSet();
        return Nicknames.Read().Where(club => !known.Contains((club.Country, Nicknames.KeyOf(club.Name))))
            .SelectMany(club => club.Names.Append(club.Name).Select(name => FormOf(new(Unknown, club.Country, club.Name), name, true)));
    }

    static Form FormOf(KnownTeam team, string name, bool isNickname)
    {
        var words = NameWord.Of(name);
        return new(team, words, Joined(words), isNickname);
    }

    static string Joined(NameWord[] words) => string.Concat(words.Where(word => word.Weight > NameWord.Filler).Select(word => word.Text));

    /// <summary>One of the names of a team.</summary>
    sealed record Form(KnownTeam Team, NameWord[] Words, string Joined, bool IsNickname);
}
