package cn.zhixin.people;

import cn.zhixin.catalogue.UnifiedCreditCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads organisations and keys out of rows. */
final class OrganisationRows {
  /** The columns that {@link #key} reads. */
  static final String KEY =
      """
      select k.id as key_id, k.label, k.created_at as key_created_at, k.last_used_on, k.revoked_at,
             o.id as organisation_id, o.name, o.credit_code, o.created_at
        from api_key k join organisation o on o.id = k.organisation
      """;

  private OrganisationRows() {}

  static Organisation read(ResultSet row, String id) throws SQLException {
    return new Organisation(
        row.getLong(id),
        row.getString("name"),
        new UnifiedCreditCode(row.getString("credit_code")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getString("key_id"),
        read(row, "organisation_id"),
        row.getString("label"),
        row.getObject("key_created_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_used_on", LocalDate.class),
        instant(row.getObject("revoked_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
