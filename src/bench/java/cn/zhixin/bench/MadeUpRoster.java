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
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1965, 1, 1);
  private static final int BIRTHS = 12_000;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private int people;

  /** Writes a UTF-8 CSV of so many more people, all of them acceptable. */
  Path write(Path file, int count) throws IOException {
    StringBuilder csv =
        new StringBuilder("姓名,性别,证件类型,证件号码,工作单位,职称系列,专业,职称名称,级别,评审委员会,评审通过日期,批准文号\n");
    LocalDate passed = LocalDate.now(CHINA).minusDays(20);
    for (int i = 0; i < count; i++, people++) {
      csv.append(NAMES[people % NAMES.length])
          .append(",男,居民身份证,")
          .append(identityNumber(people))
          .append(",威海市第")
          .append(people % 997)
          .append("实验工厂,工程,建筑施工,工程师,中级,威海市工程系列中级职称评审委员会,")
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
