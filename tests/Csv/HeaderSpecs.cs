namespace Soccer.Csv.Tests;

public sealed class HeaderSpecs
{
    [TestCase("div,date,hometeam,b365h,avg>2.5", "Div,Date,HomeTeam,B365H,Avg>2.5")]
    [TestCase("DIV,HOME_TEAM,Away Team,fthg", "Div,HomeTeam,AwayTeam,FTHG")]
    [TestCase("BBAVH,bbmx<2.5,MAXCAHA,avgch,bbahh,AHCH", "BbAvH,BbMx<2.5,MaxCAHA,AvgCH,BbAHh,AHCh")]
    [TestCase("B365h,Psch,avgC>2.5", "B365H,PSCH,AvgC>2.5")]
    [TestCase("Notes,My Rating,NewH,NewD,xg_h,xgh,p_h", "Notes,My Rating,NewH,NewD,xg_h,xgh,p_h")]
    public void Names_count_whatever_the_case_of_their_letters(string names, string canonical) =>
        Assert.That(names.Split(',').Select(Header.Canonical), Is.EqualTo(canonical.Split(',')));

    /// <summary>Every kind of name in the publisher's files from 1993 to 2025.</summary>
    [TestCase("Div,Date,Time,HomeTeam,AwayTeam,HT,AT,FTHG,FTAG,FTR,Res,HTHG,HTAG,HTR,Referee,Attendance,Country,League,Season,Home,Away,HG,AG")]
    [TestCase("HS,AS,HST,AST,HHW,AHW,HC,AC,HF,AF,HFKC,AFKC,HO,AO,HY,AY,HR,AR,HBP,ABP,LB")]
    [TestCase("B365H,BWD,GBA,IWH,LBD,SBA,SJH,SOD,SYA,VCH,WHD,PSA,PSCH,PH,PD,PA,1XBH,1XBCA,BFECH,BFECAHH,CLH,BMGMCD")]
    [TestCase("Bb1X2,BbOU,BbAH,BbAHh,BbMxH,BbAvA,BbMx>2.5,BbAv<2.5,BbMxAHH,BbAvAHA,GBAHH,GBAH,LBAHA,B365AH,GB>2.5")]
    [TestCase("MaxH,AvgD,MaxC>2.5,AvgC<2.5,AHh,AHCh,MaxCAHH,AvgCAHA,B365CAHH,P>2.5,PC<2.5,PAHH,PCAHA")]
    public void The_publishers_own_names_stay_as_they_are(string names) =>
        Assert.That(names.Split(',').Select(Header.Canonical), Is.EqualTo(names.Split(',')));

    [Test]
    public void Of_a_name_that_comes_twice_the_first_counts()
    {
        using var reader = new CsvReader("Div,Date,div");
        reader.ReadHeader();
        Assert.That(Header.Of(reader).Find("Div"), Is.EqualTo(0));
    }
}
