package cn.zhixin.certificate;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.Committee;
import cn.zhixin.catalogue.Issuer;
import cn.zhixin.catalogue.Level;
import cn.zhixin.catalogue.Series;
import cn.zhixin.catalogue.Title;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Titles and committees of a row as they were printed. The catalogue's own are given while they
 * still say the same; a certificate never changes its words because the catalogue did.
 */
final class PrintedNames {
  private final Catalogue catalogue;

  PrintedNames(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Title title(ResultSet row) throws SQLException {
    Series series =
        new Series(
            row.getString("series_code"),
            row.getString("series_name"),
            row.getString("series_name_english"),
            List.of());
    Title printed =
        new Title(
            row.getString("title_code"),
            row.getString("title_name"),
            row.getString("title_name_english"),
            series,
            Level.valueOf(row.getString("level")));
    return catalogue.title(printed.code()).filter(now -> isSame(now, printed)).orElse(printed);
  }

  private static boolean isSame(Title now, Title printed) {
    return now.name().equals(printed.name())
        && now.englishName().equals(printed.englishName())
        && now.level() == printed.level()
        && now.series().code().equals(printed.series().code())
        && now.series().name().equals(printed.series().name())
        && now.series().englishName().equals(printed.series().englishName());
  }

  Committee committee(ResultSet row) throws SQLException {
    Issuer issuer =
        new Issuer(
            row.getInt("issuer"),
            row.getString("issuer_name"),
            row.getString("issuer_name_english"),
            row.getString("issuer_division"),
            row.getString("issuer_credit_code"));
    int number = row.getInt("committee");
    String name = row.getString("committee_name");
    return catalogue
        .committee(number)
        .filter(now -> now.name().equals(name) && now.issuer().equals(issuer))
        .orElseGet(() -> new Committee(number, name, issuer, Set.of(), Set.of()));
  }
}
