namespace Soccer.Source.Site;

/// <summary>A country of the site and its page.</summary>
/// <param name="Name">England.</param>
/// <param name="Page">Path of the page, without a slash: englandm.php, Argentina.php.</param>
/// <param name="Divisions">Codes and names, the top level first; one code of a file under new/ where the country is a new league.</param>
/// <param name="NewLeague">Whether one file has all seasons.</param>
public sealed record Country(string Name, string Page, (string Code, string Name)[] Divisions, bool NewLeague = false)
{
    /// <summary>The eleven countries of the main divisions.</summary>
    public static Country[] Main { get; } =
    [
        Of("England", ("E0", "Premier League"), ("E1", "Championship"), ("E2", "League 1"), ("E3", "League 2"), ("EC", "Conference")),
        Of("Scotland", ("SC0", "Premier League"), ("SC1", "Division 1"), ("SC2", "Division 2"), ("SC3", "Division 3")),
        Of("Germany", ("D1", "Bundesliga 1"), ("D2", "Bundesliga 2")),
        Of("Italy", ("I1", "Serie A"), ("I2", "Serie B")),
        Of("Spain", ("SP1", "La Liga Primera Division"), ("SP2", "La Liga Segunda Division")),
        Of("France", ("F1", "Le Championnat"), ("F2", "Division 2")),
        Of("Netherlands", ("N1", "Eredivisie")),
        Of("Belgium", ("B1", "Jupiler League")),
        Of("Portugal", ("P1", "Liga I")),
        Of("Turkey", ("T1", "Futbol Ligi 1")),
        Of("Greece", ("G1", "Ethniki Katigoria")),
    ];

    /// <summary>The sixteen new leagues.</summary>
    public static Country[] New { get; } =
    [
        .. new[]
        {
            ("Argentina", "ARG"), ("Austria", "AUT"), ("Brazil", "BRA"), ("China", "CHN"), ("Denmark", "DNK"), ("Finland", "FIN"), ("Ireland", "IRL"), ("Japan", "JPN"),
            ("Mexico", "MEX"), ("Norway", "NOR"), ("Poland", "POL"), ("Romania", "ROU"), ("Russia", "RUS"), ("Sweden", "SWE"), ("Switzerland", "SWZ"), ("USA", "USA"),
        }.Select(c => new Country(c.Item1, $"{c.Item1}.php", [(c.Item2, c.Item1)], true)),
    ];

    static Country Of(string name, params (string, string)[] divisions) => new(name, $"{name.ToLowerInvariant()}m.php", divisions);
}
