package cn.zhixin.verification.bulk.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.bulk.BulkJob;
import cn.zhixin.verification.bulk.BulkRow;
import cn.zhixin.verification.bulk.RowFile;
import cn.zhixin.verification.receipts.CertificateSummary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A list and its answers for programs. */
final class JobJson {
  private final Language language;
  private final RowWords words;

  JobJson(Language language) {
    this.language = language;
    this.words = new RowWords(language);
  }

  /**
   * @param rows empty while the list is not complete
   */
  Map<String, Object> of(BulkJob job, List<BulkRow> rows) {
    Map<String, Object> members = progress(job);
    members.put("purpose", job.purpose());
    members.put("askedAt", iso(job.askedAt()));
    members.put("self", "/api/v1/bulk/" + job.id());
    if (job.interruption() != null) {
      members.put("interruption", job.interruption().name());
    }
    if (!rows.isEmpty()) {
      members.put("counts", counts(rows));
      members.put("results", rows.stream().map(this::row).toList());
      members.put("answers", "/api/v1/bulk/" + job.id() + "/answers.xlsx");
      members.put("receipt", "/api/v1/bulk/" + job.id() + "/receipt");
    }
    return members;
  }

  static Map<String, Object> progress(BulkJob job) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", job.id());
    members.put("state", job.state().name());
    members.put("rows", job.rows());
    members.put("answered", job.answered());
    return members;
  }

  static Map<String, Integer> counts(List<BulkRow> rows) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
    return counts;
  }

  private Map<String, Object> row(BulkRow row) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("row", row.row());
    members.put("outcome", row.outcome());
    if (row.file() != null) {
      members.put("file", file(row, row.file()));
    }
    if (row.code() != null) {
      members.put("code", row.code().value());
    }
    if (row.typed() != null) {
      members.put("typed", row.typed());
    }
    if (row.fault() != null) {
      members.put("reason", words.remark(row));
    }
    if (row.duplicateOf() != null) {
      members.put("duplicateOf", row.duplicateOf());
    }
    CertificateSummary summary = row.summary();
    if (summary != null) {
      members.put("holderName", summary.holderName());
      members.put("title", summary.title().in(language));
      members.put("level", summary.level().in(language));
      members.put("series", summary.series().in(language));
      members.put("specialty", summary.specialty());
      members.put("number", summary.number());
      members.put("issuer", summary.issuer().in(language));
      members.put("acquiredOn", summary.acquiredOn());
      members.put("issuedOn", summary.issuedOn());
      members.put("since", summary.since());
    }
    if (summary != null && summary.successor() != null) {
      members.put("successor", summary.successor());
    }
    if (row.name() != null) {
      members.put("name", row.name().name());
    }
    if (row.identity() != null) {
      members.put("identity", row.identity().name());
    }
    String uncompared = words.uncompared(row);
    if (!uncompared.isEmpty()) {
      members.put("identityReason", uncompared);
    }
    if (row.asOf() != null) {
      members.put("asOf", iso(row.asOf()));
    }
    return members;
  }

  private Map<String, Object> file(BulkRow row, RowFile file) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", file.name());
    members.put("sha256", file.digest().toHex());
    if (file.finding() != null) {
      members.put("finding", file.finding().name());
      members.put("sentence", words.finding(row));
    }
    return members;
  }

  private static String iso(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
