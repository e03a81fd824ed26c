package cn.zhixin.people;

import cn.zhixin.catalogue.UnifiedCreditCode;
import java.time.Instant;

/**
 * A legal person that asks about certificates, such as an employer.
 *
 * @param name as registered, not blank
 */
public record Organisation(long id, String name, UnifiedCreditCode creditCode, Instant createdAt) {
  public Organisation {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an organisation has a name");
    }
  }
}
