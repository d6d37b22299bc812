using System.Globalization;
using System.Text;

namespace Soccer.Source.Site;

/// <summary>
/// A page in the site's manner: HTML of 1998 with upper-case tags, unquoted attributes, paragraphs and options never closed, a script,
/// commented-out links, and links to other sites that are long gone. Readers must find the data links in it, and only those.
/// </summary>
public static class Page
{
    /// <summary>The page with this body. Links to other sites lead to the reserved domain .example.</summary>
    public static byte[] Of(string title, DateOnly updated, string body) => Encoding.UTF8.GetBytes(
        $$"""
        <HTML>
        <HEAD>
        <TITLE>{{title}} | Results & Betting Odds</TITLE>
        <META NAME="description" CONTENT="{{title}} data including the top division and others">
        <META HTTP-EQUIV="author" CONTENT="Soccer.Source">
        <META NAME="robots" CONTENT="FOLLOW,INDEX">
        <link rel="stylesheet" href="style.css">
        </HEAD>

        <body BGCOLOR="#FFFFFF" TEXT="#000000" ALINK="#6666CC" VLINK="#6666CC" LINK="#6666CC">
        <script type="text/javascript">
          (function() { var a = '<A HREF="mmz4281/0000/never.csv">'; })();
        </script>

        <TABLE align=center CELLSPACING=0 BORDER=0 CELLPADDING=0 WIDTH=800>
        <TR><td align=left><A HREF="http://www.football-results.example/"><IMG SRC="http://www.football-results.example/logo2.jpg" BORDER="0" ALT="Football Results"></A></td>
        <td colspan=5 align=right>
        <!-- <A rel="nofollow" HREF="http://old.bookmaker.example/redirect.aspx?pid=1&bid=2" target="_blank"><img border=0 src="banners/728x90.gif"></a> -->
        </TD></TR>
        <tr><td height=19 valign=top>
        <select onChange="location=this.options[this.selectedIndex].value;">
        <option>Network Sites
        <option>
        <option value="http://livescore.football-results.example">Football Livescore</option>
        </select>
        </td>
        <td align=right width=250 height=19 align="right">
        Data Updated: 	{{updated.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}}</TD>
        </TR>
        </table>

        <TABLE align=center CELLSPACING=0 BORDER=0 CELLPADDING=0 WIDTH=800>
        <TR>
        <TD width=167 align=left valign=top>
        <table width="100%" border="0" cellspacing="1" cellpadding="1" bgcolor="#999999">
        <tr><td bgcolor="#AAAAAA"><div class="menus"><B><FONT COLOR="#FFFFFF">LINKS & RESOURCES</FONT></B></div></td></tr>
        <tr><td class="menustd"><div class="menus"><A rel="nofollow" HREF="http://freebets.football-results.example/50freebets.php"><B>&pound;50 Free Bets</small></B></A></div></td></tr>
        <tr><td class="menustd"><div class="menus"><A HREF="http://www.odds-archive.example/mmz4281/0001/E0.csv" target=_"blank"><B>An archive elsewhere</B></A></div></td></tr>
        </table><BR>
        </TD>
        <td width=10></td>
        <TD valign=top>
        {{body}}
        </TD>
        </TR></TABLE>
        </BODY>
        </HTML>

        """.ReplaceLineEndings("\r\n"));
}
