using System.Collections.Frozen;

namespace Soccer.Forecasting.Naming;

/// <summary>Words that names of clubs have in common, and places that languages spell differently.</summary>
static class WordTable
{
    const string Fillers = """
        1 fc afc cf sc ac as aj us uc ss ssc ud cd sd rc rcd ca sv tsv tsg vfl vfb fsv ssv spvgg bsc sco osc hsc fk sk jk if ifk ff bk
        kv kvc kaa krc rsc ksv sad spa acf bc cfc sl og ogc cp cr ec se fbpa bv vv acd ks mks gks ak rks ts zks nk hnk gnk ofk pfk pfc
        ik bois kf kfum fotboll fussball futbol futebol football calcio foot club clube klub klubb sportclub sportverein verein de da
        do del della des der die das den di du la le el los las the of and y e et i en team sport sports association associacao
        asociacion associazione sociedade sportif sportiva sportive spor kulubu
        """;

    const string Kinds = """
        united city town rovers wanderers county athletic albion north south real royal royale sporting deportivo olympique racing
        stade union unione borussia eintracht fortuna dynamo lokomotiv spartak young red st
        """;

    /// <summary>Each line: a spelling, and others of the same.</summary>
    const string Spellings = """
        united utd utdd
        st saint sankt sint sainte santo
        rovers rvs
        athletic ath atletico athletico atl
        munich munchen muenchen
        koln cologne koeln
        milan milano
        turin torino
        roma rome
        napoli naples
        genoa genova
        lisbon lisboa
        vienna wien
        copenhagen kobenhavn kopenhagen
        moscow moskva moskau
        goteborg gothenburg
        bucuresti bucharest bukarest
        brugge bruges
        gent ghent gand
        antwerp antwerpen anvers
        mechelen malines
        kortrijk courtrai
        liege luik luttich
        sevilla seville
        luzern lucerne
        geneve geneva
        basel basle bale
        nurnberg nuremberg
        hannover hanover
        dynamo dinamo din
        sp sporting
        olympiakos olympiacos
        lyon lyons
        marseille marseilles
        warszawa warsaw
        krakow cracow
        belgrade beograd
        prague praha praga
        athens athina
        """;

    static readonly FrozenSet<string> FillerSet = Words(Fillers).ToFrozenSet();
    static readonly FrozenSet<string> KindSet = Words(Kinds).ToFrozenSet();

    static readonly FrozenDictionary<string, string> Others = Spellings.Split('\n').Select(Words)
        .SelectMany(line => line.Skip(1).Select(other => (other, line[0]))).ToFrozenDictionary(pair => pair.other, pair => pair.Item2);

    /// <summary>Whether it says that a team is a club's second one: Barcelona B.</summary>
    public static bool IsReserve(string word) => word is "b" or "ii" or "iii" or "u19" or "u21" or "u23" or "reserves";

    /// <summary>The one spelling that all variants of a word are compared by.</summary>
    public static string OneSpelling(string word) => Others.GetValueOrDefault(word, word);

    /// <summary>How much a word says; years and other numbers say next to nothing, abbreviations of two letters little.</summary>
    public static double WeightOf(string word) =>
        FillerSet.Contains(word) || word.All(char.IsAsciiDigit) ? NameWord.Filler
        : word.Length <= 2 || KindSet.Contains(word) ? NameWord.Kind
        : 1;

    static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
