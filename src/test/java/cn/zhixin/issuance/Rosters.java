package cn.zhixin.issuance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Rosters of made-up people with valid identity numbers, the same for the same seed. */
public final class Rosters {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String[] SURNAMES = {"丛", "毕", "于", "姜", "邵", "曲", "欧阳", "尉迟", "㛃", "𬱖"};
  private static final String[] GIVEN = {"培元", "文登", "建国", "𬭎", "龑", "海若", "䶮阳", "思源", "𠅤"};

  private Rosters() {}

  /** Writes a UTF-8 CSV of so many people, all of them acceptable and no two alike. */
  public static Path write(Path file, int people, long seed) throws IOException {
    Random random = new Random(seed);
    return write(
        file,
        Stream.generate(() -> any(SURNAMES, random) + any(GIVEN, random)).limit(people).toList(),
        seed);
  }

  /** Writes a UTF-8 CSV of people with these names. */
  public static Path write(Path file, List<String> names, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder csv =
        new StringBuilder("姓名,性别,证件类型,证件号码,工作单位,职称系列,专业,职称名称,级别,评审委员会,评审通过日期,批准文号\n");
    for (int person = 0; person < names.size(); person++) {
      boolean male = random.nextBoolean();
      LocalDate birth = LocalDate.of(1970, 1, 1).plusDays(random.nextInt(9000));
      csv.append(names.get(person))
          .append(male ? ",男" : ",女")
          .append(",居民身份证,")
          .append(identityNumber(birth, person, male))
          .append(",威海市第")
          .append(person)
          .append("实验工厂,工程,建筑施工,工程师,中级,威海市工程系列中级职称评审委员会,2025-11-03,威人社发〔2025〕12号\n");
    }
    return Files.writeString(file, csv);
  }

  private static String any(String[] choices, Random random) {
    return choices[random.nextInt(choices.length)];
  }

  /** A valid number; distinct for distinct serials below a few thousand. */
  private static String identityNumber(LocalDate birth, int serial, boolean male) {
    int region = 371002 + serial / 500;
    int sequence = serial % 500 * 2 + (male ? 1 : 0);
    return withCheck(
        region + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", sequence));
  }

  /**
   * Completes an identity number by GB 11643.
   *
   * @param body its first 17 digits
   */
  public static String withCheck(String body) {
    int sum = 0;
    for (int index = 0; index < WEIGHTS.length; index++) {
      sum += (body.charAt(index) - '0') * WEIGHTS[index];
    }
    return body + "10X98765432".charAt(sum % 11);
  }
}
