package cn.zhixin.certificate;

import cn.zhixin.catalogue.AcquisitionMethod;
import cn.zhixin.catalogue.Committee;
import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.catalogue.Title;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One person's result of a review: that the committee granted this title on that day.
 *
 * <p>Its natural key is {@code (document, title, committee, acquiredOn)}: for one key there is one
 * certificate (and its corrections), however often the result is handed in.
 *
 * @param birthDate as far as the identity document tells it
 * @param employer 工作单位
 * @param specialty 专业
 * @param acquiredOn 取得时间, by default the day of the committee's meeting
 * @param approvalDocument 批准文号, such as 威人社发〔2025〕12号
 */
public record TitleResult(
    PersonName name,
    Sex sex,
    IdentityDocument document,
    @Nullable LocalDate birthDate,
    String employer,
    Title title,
    String specialty,
    Committee committee,
    AcquisitionMethod method,
    LocalDate acquiredOn,
    @Nullable String approvalDocument) {
  /**
   * Whether both put the same words on a certificate; what the catalogue adds to title and
   * committee may differ, for it changes over the years.
   */
  boolean saysTheSameAs(TitleResult other) {
    return name.equals(other.name)
        && sex == other.sex
        && Objects.equals(birthDate, other.birthDate)
        && employer.equals(other.employer)
        && specialty.equals(other.specialty)
        && method == other.method
        && Objects.equals(approvalDocument, other.approvalDocument)
        && title.name().equals(other.title.name())
        && committee.name().equals(other.committee.name())
        && NaturalKey.of(this).equals(NaturalKey.of(other));
  }

  /** Title, committee and date only: the rest is personal data. */
  @Override
  public String toString() {
    return title.code() + " of committee " + committee.number() + " on " + acquiredOn;
  }
}
