namespace Soccer.Source.World;

/// <summary>Invented clubs. Names do not depend on the seed, so that worlds can be told apart by their results alone.</summary>
public static class ClubNames
{
    static readonly Dictionary<string, (string[] Stems, string[] Endings, string[] Forms)> Sounds = new()
    {
        ["England"] = (
            ["Alder", "Brack", "Carrow", "Dunmo", "Elver", "Farl", "Grims", "Hathe", "Ister", "Kest", "Lorne", "Mard", "Norl", "Ock", "Pend", "Quar"],
            ["mere", "holt", "wyck", "combe"],
            ["{0}", "{0} Utd", "{0}", "{0} City", "{0} Town", "{0}", "{0} Rovers", "{0}", "{0} Albion"]),
        ["Scotland"] = (
            ["Inver", "Kil", "Strath", "Glen"],
            ["carron", "morlie", "tarff", "dowan"],
            ["{0}", "{0} Thistle", "{0}", "St {0}", "{0} Ath"]),
        // An ñ in a name: its bytes tell a Windows-1252 file from a UTF-8 one.
        ["Spain"] = (
            ["Valdo", "Corre", "Monta", "Riba", "Alme", "Torra", "Pe\u00f1al", "Casti", "Zafra", "Luce", "Ermi", "Orce", "Gala", "Bena"],
            ["nza", "riz", "lva", "dera"],
            ["{0}", "{0}", "Real {0}", "{0}", "Ath {0}", "{0}", "{0} B.P."]),
        ["Argentina"] = (
            ["Quil", "Tuca", "Neu", "Sanro", "Chaco", "Boru", "Lanto", "Esqui"],
            ["mara", "vedra", "lipe", "coa"],
            ["{0}", "Dep. {0}", "{0}", "{0} Jrs", "Sp. {0}"]),
    };

    /// <summary>As many different names as the country has clubs.</summary>
    /// <exception cref="ArgumentException">No names are known for the country, or too few.</exception>
    public static string[] Of(CountryPlan country)
    {
        if (!Sounds.TryGetValue(country.Name, out var sounds))
            throw new ArgumentException($"No club names for the country '{country.Name}'; give one of {string.Join(", ", Sounds.Keys)}.");
        var names = sounds.Endings
            .SelectMany(ending => sounds.Stems.Select(stem => stem + ending))
            .Select((place, i) => string.Format(null, sounds.Forms[i % sounds.Forms.Length], place))
            .Concat(NearlyAlike(country))
            .Reverse()
            .ToArray();
        return country.Clubs <= names.Length
            ? names[..country.Clubs]
            : throw new ArgumentException($"{country.Name} has {country.Clubs} clubs; there are names for {names.Length}.");
    }

    // Two clubs one letter apart, as Reggiana and Reggina are: they must never be taken for one.
    static string[] NearlyAlike(CountryPlan country) => country.Name == "Spain" ? ["Reldana", "Relgana"] : [];
}
