package cn.zhixin.bench;

import cn.zhixin.issuance.Rosters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Rosters of people who exist nowhere, no two of them alike, also over several rosters. */
final class MadeUpRoster {
  private static final String[] NAMES = {"丛培元", "毕文登", "欧阳海若", "尉迟思源", "㛃䶮阳", "于𬭎", "姜建国"};
  private static final String[] RARE_NAMES = {"𬭎龑䶮𠅤", "𬍛𬇙𬶏", "㛃𬬻𬱖", "𬘓𪩘𫍯𬳽", "𫘧𬤇𬴊"};
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1965, 1, 1);
  private static final int BIRTHS = 12_000;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final String[] names;
  private final String employer;
  private final String specialty;
  private int people;

  private MadeUpRoster(String[] names, String employer, String specialty) {
    this.names = names;
    this.employer = employer;
    this.specialty = specialty;
  }

  /** Of usual names for the most part. */
  static MadeUpRoster ordinary() {
    return new MadeUpRoster(NAMES, "实验工厂", "建筑施工");
  }

  /** With rare characters in name, employer and specialty. */
  static MadeUpRoster hard() {
    return new MadeUpRoster(RARE_NAMES, "𬸚𫓧𬬻㛃𬭎𫖯有限公司", "𬭎𬬻𬱖工艺");
  }

  /** Writes a UTF-8 CSV of so many more people, all of them acceptable. */
  Path write(Path file, int count) throws IOException {
    StringBuilder csv =
        new StringBuilder("姓名,性别,证件类型,证件号码,工作单位,职称系列,专业,职称名称,级别,评审委员会,评审通过日期,批准文号\n");
    LocalDate passed = LocalDate.now(CHINA).minusDays(20);
    for (int i = 0; i < count; i++, people++) {
      csv.append(names[people % names.length])
          .append(",男,居民身份证,")
          .append(identityNumber(people))
          .append(",威海市第")
          .append(people % 997)
          .append(employer)
          .append(",工程,")
          .append(specialty)
          .append(",工程师,中级,威海市工程系列中级职称评审委员会,")
          .append(passed)
          .append(",威人社发〔2025〕12号\n");
    }
    return Files.writeString(file, csv);
  }

  private static String identityNumber(int person) {
    LocalDate birth = FIRST_BIRTH.plusDays(person % BIRTHS);
    int sequence = person / BIRTHS % 500 * 2 + 1;
    return Rosters.withCheck(
        "371002"
            + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
            + String.format(Locale.ROOT, "%03d", sequence));
  }
}
