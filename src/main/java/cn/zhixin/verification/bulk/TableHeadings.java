package cn.zhixin.verification.bulk;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where the columns of a list stand.
 *
 * @param code column of the verification code, from 0
 * @param name −1 if there is none
 * @param identity −1 if there is none
 */
record TableHeadings(int code, int name, int identity) {
  private static final Set<String> CODE =
      Set.of("查验码", "证书查验码", "查询码", "核验码", "code", "verificationcode");
  private static final Set<String> NUMBER =
      Set.of("证书编号", "证书号", "编号", "number", "certificatenumber");
  private static final Set<String> NAME =
      Set.of("姓名", "持证人", "持证人姓名", "name", "holder", "holdername");
  private static final Set<String> IDENTITY =
      Set.of(
          "身份证号后六位",
          "身份证后六位",
          "证件号码后六位",
          "证件号后六位",
          "身份证号后6位",
          "身份证后6位",
          "证件号码后6位",
          "身份证号",
          "身份证号码",
          "证件号码",
          "idlast6",
          "identitynumber");

  /** Whether the row names a verification code's column. */
  static boolean areIn(List<String> cells) {
    return cells.stream().anyMatch(cell -> CODE.contains(folded(cell)));
  }

  static boolean nameNumbersOnly(List<String> cells) {
    return !areIn(cells) && cells.stream().anyMatch(cell -> NUMBER.contains(folded(cell)));
  }

  static TableHeadings of(List<String> cells) throws MalformedList {
    int code = -1;
    int name = -1;
    int identity = -1;
    for (int i = 0; i < cells.size(); i++) {
      String heading = folded(cells.get(i));
      if (CODE.contains(heading)) {
        if (code >= 0) {
          throw new MalformedList(ListFault.SEVERAL_CODE_COLUMNS);
        }
        code = i;
      } else if (name < 0 && NAME.contains(heading)) {
        name = i;
      } else if (identity < 0 && IDENTITY.contains(heading)) {
        identity = i;
      }
    }
    return new TableHeadings(code, name, identity);
  }

  ListedRow read(int row, List<String> cells) {
    return new ListedRow(row, cell(cells, code), cell(cells, name), cell(cells, identity));
  }

  private static String cell(List<String> cells, int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : "";
  }

  /** Without spaces and marks, full-width forms as ASCII, lower case. */
  private static String folded(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Z}_*()（）:：-]", "");
  }
}
