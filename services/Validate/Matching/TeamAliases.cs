namespace Soccer.Validate.Matching;

/// <summary>
/// Names under which the source has had one and the same club, by country. An alias stands here only if the two names never met, never overlap in time and
/// are known to be one club: a misspelling, an abbreviation, or a new name of the same club. Clubs that were founded anew (Airdrie and Airdrie Utd,
/// Wimbledon and AFC Wimbledon, Beveren and Waasland-Beveren), B teams and mere sound-alikes (Reggiana and Reggina, Ethnikos and Ethnikos Asteras) stay apart.
/// </summary>
public static class TeamAliases
{
    /// <summary>Country, the name that is no longer used, the name that stands for both.</summary>
    public static IReadOnlyList<(string Country, string Alias, string Name)> All { get; } =
    [
        ("Argentina", "Colon Santa FE", "Colon Santa Fe"),
        ("Belgium", "Mouscron-Peruwelz", "Mouscron"),
        ("China", "Dalian Yifang F.C.", "Dalian Pro"),
        ("China", "Guangzhou Evergrande", "Guangzhou FC"),
        ("China", "Guangzhou R&F", "Guangzhou City"),
        ("China", "Hangzhou Greentown", "Zhejiang Professional"),
        ("China", "Shandong Luneng", "Shandong Taishan"),
        ("China", "Shanghai SIPG", "Shanghai Port"),
        ("China", "Shijiazhuang", "Cangzhou"),
        ("China", "Tianjin Quanjian", "Tianjin Tianhai"),
        ("China", "Zhejiang Greentown", "Zhejiang Professional"),
        ("England", "AFC Telford United", "Telford United"),
        ("England", "Boston Utd", "Boston"),
        ("England", "Gravesend", "Ebbsfleet"),
        ("England", "Middlesboro", "Middlesbrough"),
        ("France", "Red Star 93", "Red Star"),
        ("Germany", "Dusseldorf", "Fortuna Dusseldorf"),
        ("Germany", "FSV Frankfurt", "Frankfurt FSV"),
        ("Germany", "M'gladbach", "M'Gladbach"),
        ("Germany", "RW Essen", "Essen"),
        ("Germany", "St. Pauli", "St Pauli"),
        ("Greece", "Athens Kallithea", "Kallithea"),
        ("Greece", "Doxa Dramas", "Doxa"),
        ("Greece", "Eth Asteras", "Ethnikos Asteras"),
        ("Greece", "Ethnikos Piraeus", "Ethnikos"),
        ("Greece", "Heracles", "Iraklis"),
        ("Greece", "Kalithea", "Kallithea"),
        ("Greece", "Levadiakos", "Levadeiakos"),
        ("Greece", "OFI Crete", "OFI"),
        ("Greece", "Proodeytiki", "Proodeftiki"),
        ("Greece", "Veroia", "Veria"),
        ("Greece", "Yiannina", "Giannina"),
        ("Mexico", "U.N.A.M.- Pumas", "UNAM Pumas"),
        ("Netherlands", "Roda", "Roda JC"),
        ("Netherlands", "Sparta", "Sparta Rotterdam"),
        ("Norway", "Ham-Kam", "HamKam"),
        ("Poland", "Gornik Z.", "Gornik Zabrze"),
        ("Poland", "Ruch", "Ruch Chorzow"),
        ("Portugal", "Campomaior", "Campomaiorense"),
        ("Portugal", "Desp. Chaves", "Chaves"),
        ("Portugal", "Madeira", "Uniao Madeira"),
        ("Romania", "U Craiova", "Univ. Craiova"),
        ("Russia", "T. Moscow", "Torpedo Moscow"),
        ("Scotland", "FC Edinburgh", "Edinburgh City"),
        ("Scotland", "Raith", "Raith Rvs"),
        ("Spain", "AthBilbao B", "Ath Bilbao B"),
        ("Spain", "Lerida", "Lleida"),
        ("Spain", "Orense", "Ourense"),
        ("Spain", "Villareal", "Villarreal"),
        ("Sweden", "Osters", "Oster"),
        ("Turkey", "Antalya", "Antalyaspor"),
        ("Turkey", "Erzurum", "Erzurumspor"),
        ("Turkey", "Oftasspor", "Hacettepespor"),
    ];

    static readonly Dictionary<string, string> Names = All.ToDictionary(
        alias => $"{alias.Country}|{alias.Alias}", alias => alias.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name that stands for a club.</summary>
    public static string Resolve(string country, string name) => Names.GetValueOrDefault($"{country}|{name}", name);
}
