package cn.zhixin.issuance.roster;

import static cn.zhixin.issuance.roster.RosterColumn.COMMITTEE;
import static cn.zhixin.issuance.roster.RosterColumn.LEVEL;
import static cn.zhixin.issuance.roster.RosterColumn.SERIES;
import static cn.zhixin.issuance.roster.RosterColumn.TITLE;

import cn.zhixin.catalogue.Bilingual;
import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.Committee;
import cn.zhixin.catalogue.Level;
import cn.zhixin.catalogue.Series;
import cn.zhixin.catalogue.Title;
import cn.zhixin.encoding.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads which title a row grants, and whether the committee may grant it.
 *
 * @param usual the committee of rows that name none, null if each must name one
 */
record TitleCells(Catalogue catalogue, @Nullable Committee usual) {
  private static final int LONGEST = 60;
  private static final int TITLES_SHOWN = 12;

  @Nullable Committee committee(RowText row) {
    String name = row.text(COMMITTEE, usual == null, LONGEST);
    if (name == null) {
      return row.isFaulty(COMMITTEE) ? null : usual;
    }
    Optional<Committee> committee = catalogue.committee(name);
    if (committee.isEmpty()) {
      row.add(
          COMMITTEE,
          RosterReason.UNKNOWN_COMMITTEE,
          RosterReason.UNKNOWN_COMMITTEE.sentence(),
          RosterReason.UNKNOWN_COMMITTEE.remedy(),
          Nearest.of(name, catalogue.committees().stream().map(Committee::name).toList())
              .orElse(null));
    }
    return committee.orElse(null);
  }

  /** The title within the row's series, or within the committee's if that reviews only one. */
  @Nullable Title title(RowText row, @Nullable Committee committee) {
    Series series = series(row, committee);
    String name = row.text(TITLE, true, LONGEST);
    if (series == null || name == null) {
      return null;
    }
    Optional<Title> title = catalogue.title(series, name);
    if (title.isEmpty()) {
      addUnknownTitle(row, series, name);
    }
    return title.orElse(null);
  }

  private @Nullable Series series(RowText row, @Nullable Committee committee) {
    if (!row.has(SERIES) && committee != null && committee.series().size() == 1) {
      return catalogue.series(committee.series().iterator().next()).orElse(null);
    }
    String name = row.text(SERIES, true, LONGEST);
    if (name == null) {
      return null;
    }
    Optional<Series> series = catalogue.series(name);
    if (series.isEmpty()) {
      List<String> names =
          catalogue.series().stream()
              .flatMap(known -> Stream.concat(Stream.of(known.name()), known.aliases().stream()))
              .toList();
      row.add(
          SERIES,
          RosterReason.UNKNOWN_SERIES,
          RosterReason.UNKNOWN_SERIES.sentence(),
          RosterReason.UNKNOWN_SERIES.remedy(),
          Nearest.of(name, names).orElse(null));
    }
    return series.orElse(null);
  }

  private void addUnknownTitle(RowText row, Series series, String name) {
    Optional<Series> other =
        catalogue.series().stream().filter(s -> catalogue.title(s, name).isPresent()).findFirst();
    if (other.isPresent()) {
      row.add(TITLE, RosterReason.TITLE_OF_OTHER_SERIES, series.name(), other.get().name());
      return;
    }
    List<String> names =
        catalogue.titles().stream()
            .filter(t -> t.series().equals(series))
            .map(Title::name)
            .toList();
    String shown =
        names.stream().limit(TITLES_SHOWN).collect(Collectors.joining("、"))
            + (names.size() > TITLES_SHOWN ? "等" : "");
    RosterReason reason = RosterReason.UNKNOWN_TITLE;
    row.add(
        TITLE,
        reason,
        reason.sentence().with(series.name()),
        reason.remedy().with(shown),
        Nearest.of(name, names).orElse(null));
  }

  /** Compares the label in the level column with the title's level. */
  void checkLevel(RowText row, @Nullable Title title) {
    String label = row.text(LEVEL, false, LONGEST);
    if (label == null) {
      return;
    }
    Set<Level> levels = Level.labelled(label);
    if (levels.isEmpty()) {
      row.add(LEVEL, RosterReason.UNKNOWN_LEVEL);
    } else if (title != null && !levels.contains(title.level())) {
      addLevel(row, RosterReason.LEVEL_DIFFERS, title.level().chinese());
    } else if (levels.contains(Level.SENIOR) && levels.size() > 1) {
      addLevel(
          row, RosterReason.AMBIGUOUS_LEVEL, title == null ? "正高级”或“副高级" : title.level().chinese());
    }
  }

  private static void addLevel(RowText row, RosterReason reason, String right) {
    Bilingual remedy = reason.remedy().with(right);
    row.add(LEVEL, reason, reason.sentence(), remedy, null);
  }

  /** Whether the committee is filed for the title's series and level. */
  static void checkPower(RowText row, @Nullable Committee committee, @Nullable Title title) {
    if (committee == null || title == null) {
      return;
    }
    if (!committee.series().contains(title.series().code())) {
      row.add(COMMITTEE, RosterReason.COMMITTEE_NOT_FOR_SERIES, title.series().name());
    } else if (!committee.levels().contains(title.level())) {
      row.add(COMMITTEE, RosterReason.COMMITTEE_NOT_FOR_LEVEL, title.level().chinese());
    }
  }
}
