package cn.zhixin.certificate;

import cn.zhixin.catalogue.AcquisitionMethod;
import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.CatalogueFiles;
import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.IdentityDocumentKind;
import cn.zhixin.catalogue.MalformedCatalogue;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Sex;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Results of a review for the tests: person 0, 1, 2 … became engineers in 2025. */
final class Results {
  static final Catalogue CATALOGUE = catalogue();
  static final LocalDate ACQUIRED = LocalDate.of(2025, 11, 3);
  static final LocalDate ISSUED = LocalDate.of(2025, 12, 1);

  private static final List<String> NAMES =
      List.of("𬭎𬬻", "张𬱖㛃", "龑䶮", "𠅤明", "艾合买提·吾买尔", "王伟", "欧阳修远");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private Results() {}

  private static Catalogue catalogue() {
    try {
      return CatalogueFiles.bundled().catalogue();
    } catch (IOException | MalformedCatalogue e) {
      throw new IllegalStateException(e);
    }
  }

  static List<TitleResult> persons(int from, int to) {
    return IntStream.range(from, to).mapToObj(Results::person).toList();
  }

  static TitleResult person(int number) {
    return result(number, "0503", "机械工程", ACQUIRED);
  }

  static TitleResult acquired(int number, LocalDate acquiredOn) {
    return result(number, "0503", "机械工程", acquiredOn);
  }

  static TitleResult result(int number, String title, String specialty, LocalDate acquiredOn) {
    return new TitleResult(
        new PersonName(NAMES.get(number % NAMES.size())),
        number % 2 == 0 ? Sex.FEMALE : Sex.MALE,
        new IdentityDocument(IdentityDocumentKind.RESIDENT_IDENTITY_CARD, identityNumber(number)),
        number % 3 == 0 ? null : LocalDate.of(1985, 1, 1),
        "威海市某某精密机械有限公司",
        CATALOGUE.title(title).orElseThrow(),
        specialty,
        CATALOGUE.committee(14).orElseThrow(),
        AcquisitionMethod.REVIEW,
        acquiredOn,
        number % 3 == 0 ? null : "威人社发〔2025〕12号");
  }

  /** Another spelling of the employer and nothing else. */
  static TitleResult withEmployer(TitleResult result, String employer) {
    return new TitleResult(
        result.name(),
        result.sex(),
        result.document(),
        result.birthDate(),
        employer,
        result.title(),
        result.specialty(),
        result.committee(),
        result.method(),
        result.acquiredOn(),
        result.approvalDocument());
  }

  /** Checked as GB 11643 says; every eleventh ends in X. */
  static String identityNumber(int number) {
    String body = "371002" + (19500101 + number / 1000) + String.format("%03d", number % 1000);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (body.charAt(i) - '0');
    }
    return body + "10X98765432".charAt(sum % 11);
  }
}
