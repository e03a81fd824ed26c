package cn.zhixin.issuance.cli;

import cn.zhixin.catalogue.IdentityCheck;
import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.IdentityNumbers;
import cn.zhixin.catalogue.NameCheck;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.TitleResult;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code certificate correct}: replaces a certificate by one that says something else. */
@Command(
    description = "更正：签发内容更正的新证书，原证书转为“已换发” / replaces a certificate by a corrected one",
    mixinStandardHelpOptions = true)
final class CorrectCommand extends ReplacingCommand {
  @Option(names = "--name", description = "姓名 / holder's name")
  private @Nullable String name;

  @Option(names = "--identity-number", description = "同类证件的号码 / number, same kind of document")
  private @Nullable String identityNumber;

  @Option(names = "--employer", description = "工作单位")
  private @Nullable String employer;

  @Option(names = "--specialty", description = "专业")
  private @Nullable String specialty;

  @Option(names = "--acquired-on", description = "取得时间, YYYY-MM-DD")
  private @Nullable LocalDate acquiredOn;

  @Option(names = "--approval-document", description = "批准文号")
  private @Nullable String approvalDocument;

  CorrectCommand(Office office) {
    super(office);
  }

  @Override
  Optional<TitleResult> corrected(Certificate certificate) {
    TitleResult old = certificate.result();
    if (name == null
        && identityNumber == null
        && employer == null
        && specialty == null
        && acquiredOn == null
        && approvalDocument == null) {
      say("certificate.nothingToCorrect");
      return Optional.empty();
    }
    Optional<PersonName> newName = name == null ? Optional.of(old.name()) : checkedName(name);
    Optional<Holder> holder =
        identityNumber == null
            ? Optional.of(new Holder(old.document(), old.birthDate(), old.sex()))
            : checkedHolder(old, identityNumber);
    if (newName.isEmpty() || holder.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TitleResult(
            newName.get(),
            holder.get().sex(),
            holder.get().document(),
            holder.get().birthDate(),
            employer == null ? old.employer() : employer.strip(),
            old.title(),
            specialty == null ? old.specialty() : specialty.strip(),
            old.committee(),
            old.method(),
            acquiredOn == null ? old.acquiredOn() : acquiredOn,
            approvalDocument == null ? old.approvalDocument() : approvalDocument.strip()));
  }

  private Optional<PersonName> checkedName(String typed) {
    NameCheck check = PersonName.check(typed);
    if (check instanceof NameCheck.Accepted accepted) {
      return Optional.of(accepted.name());
    }
    if (check instanceof NameCheck.Refused refused) {
      sayBadValue("--name", refused.sentence());
    }
    return Optional.empty();
  }

  private Optional<Holder> checkedHolder(TitleResult old, String typed) {
    IdentityCheck check =
        IdentityNumbers.check(
            old.document().kind(), typed, LocalDate.now(office().get(Clock.class)));
    if (check instanceof IdentityCheck.Accepted accepted) {
      return Optional.of(
          new Holder(
              accepted.document(),
              accepted.birthDate() == null ? old.birthDate() : accepted.birthDate(),
              accepted.sex() == null ? old.sex() : accepted.sex()));
    }
    if (check instanceof IdentityCheck.Refused refused) {
      sayBadValue("--identity-number", refused.sentence());
    }
    return Optional.empty();
  }

  private record Holder(IdentityDocument document, @Nullable LocalDate birthDate, Sex sex) {}
}
