package cn.zhixin.issuance.cli;

import cn.zhixin.catalogue.Bilingual;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.issuance.roster.CorrectionCheck;
import cn.zhixin.issuance.roster.CorrectionCheck.Given;
import cn.zhixin.issuance.roster.RosterColumn;
import cn.zhixin.issuance.roster.RosterProblem;
import cn.zhixin.issuance.roster.RosterRow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code certificate correct}: replaces a certificate by one that says something else. */
@Command(
    description = {
      "更正 / replaces by a corrected one",
      "更正：签发内容更正的新证书，原证书转为“已换发”。不可恢复；有误可对新证书再次更正。",
      "Replaces a certificate by a corrected one. It cannot be undone; the new one can be corrected"
          + " again."
    },
    mixinStandardHelpOptions = true)
final class CorrectCommand extends ReplacingCommand {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Option(names = "--name", description = "姓名 / holder's name")
  private @Nullable String name;

  @Option(names = "--identity-number", description = "同类证件的号码 / number, same kind of document")
  private @Nullable String identityNumber;

  @Option(names = "--employer", description = "工作单位 / employer")
  private @Nullable String employer;

  @Option(names = "--specialty", description = "专业 / specialty")
  private @Nullable String specialty;

  @Option(
      names = "--acquired-on",
      description = "取得时间，如 2025年11月3日 / day the title was acquired, such as 2025-11-03")
  private @Nullable String acquiredOn;

  @Option(
      names = "--approval-document",
      description = "批准文号，空则删去 / approval document; empty removes it")
  private @Nullable String approvalDocument;

  CorrectCommand(Office office) {
    super(office);
  }

  @Override
  Optional<TitleResult> corrected(Certificate certificate) {
    List<Given> given = given();
    if (given.isEmpty()) {
      say("certificate.nothingToCorrect");
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(office().get(Clock.class).instant(), CHINA);
    RosterRow row = new CorrectionCheck(today).check(certificate.result(), given);
    if (row instanceof RosterRow.Rejected rejected) {
      rejected.problems().forEach(this::sayProblem);
      return Optional.empty();
    }
    TitleResult corrected = ((RosterRow.Accepted) row).result();
    if (corrected.equals(certificate.result())) {
      say("certificate.nothingChanges");
      return Optional.empty();
    }
    return Optional.of(corrected);
  }

  private List<Given> given() {
    List<Given> given = new ArrayList<>();
    add(given, RosterColumn.NAME, "--name", name);
    add(given, RosterColumn.IDENTITY_NUMBER, "--identity-number", identityNumber);
    add(given, RosterColumn.EMPLOYER, "--employer", employer);
    add(given, RosterColumn.SPECIALTY, "--specialty", specialty);
    add(given, RosterColumn.ACQUIRED_ON, "--acquired-on", acquiredOn);
    add(given, RosterColumn.APPROVAL_DOCUMENT, "--approval-document", approvalDocument);
    return given;
  }

  private static void add(
      List<Given> given, RosterColumn column, String option, @Nullable String typed) {
    if (typed != null) {
      given.add(new Given(column, option, typed));
    }
  }

  private void sayProblem(RosterProblem problem) {
    sayBadValue(problem.heading(), new Bilingual(problem.chinese(), problem.english()));
  }
}
