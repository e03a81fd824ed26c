package cn.zhixin.verification.bulk;

import cn.zhixin.verification.Wording;
import java.util.Locale;

/** Why a list as a whole cannot be taken. */
public enum ListFault {
  EMPTY("名单里没有查验码。", "There are no verification codes in the list."),
  TOO_MANY_ROWS("名单超过 10000 行，请分成几份。", "The list has more than 10,000 rows: please split it."),
  TOO_LARGE(
      "文件过大：名单上限 8 MB，压缩包上限 20 MB。",
      "The file is too large: 8 MB at most for a list, 20 MB for a ZIP."),
  NOT_A_TABLE(
      "文件不是 Excel（.xlsx）、CSV 或 ZIP 压缩包。旧版 .xls 请另存为 .xlsx，RAR、7z 请改用 ZIP。",
      "The file is neither Excel (.xlsx) nor CSV nor a ZIP. Please save an old .xls as .xlsx, and pack"
          + " RAR and 7z as ZIP."),
  DAMAGED(
      "文件已损坏或已加密。Excel 请在 Excel 或 WPS 中打开、另存后再试，压缩包请重新打包。",
      "The file is damaged or encrypted. Open a workbook and save it again; pack a ZIP again."),
  NO_FILES("压缩包里没有文件。", "There are no files in the ZIP."),
  TOO_MANY_FILES("压缩包里的文件超过 500 份，请分成几包。", "The ZIP has more than 500 files: please split it."),
  ENCRYPTED_ARCHIVE(
      "压缩包有密码，读不到里面的文件。请不设密码重新打包。",
      "The ZIP has a password, so its files cannot be read. Please pack them without one."),
  NESTED_ARCHIVE(
      "压缩包里还有压缩包。请解开后，把证书文件直接打成一包。",
      "There is a ZIP within the ZIP. Please unpack it and pack the files themselves."),
  UNPACKS_TOO_MUCH(
      "压缩包解开后过大：全部文件合计上限 48 MB，也不能压缩得异常小。请分成几包，只放证书文件。",
      "The ZIP unpacks to too much: 48 MB at most for all files, and none packed unreasonably small."
          + " Please split it, with files of certificates only."),
  INFLATES_TOO_MUCH(
      "Excel 文件解压后异常庞大，没有读取。请另存后再试。",
      "The Excel file inflates to an unreasonable size and was not read. Please save it again."),
  NO_CODE_COLUMN(
      "没有找到“查验码”一列。表头应写有：查验码；可另有：姓名、身份证号后六位。",
      "There is no column of verification codes. Its heading should be 查验码 or Code; 姓名 or Name"
          + " and 身份证号后六位 or ID last 6 may stand beside it."),
  NUMBERS_ONLY(
      "名单里只有证书编号，没有查验码。编号有规律、可以猜，所以不能凭编号查；请向持证人索取查验码（证书二维码下方 16 位）。",
      "The list has certificate numbers but no verification codes. Numbers can be guessed, so nothing"
          + " is looked up by them: ask the holders for the code, 16 characters below the QR."),
  SEVERAL_CODE_COLUMNS(
      "有不止一列表头是“查验码”，请只留一列。",
      "More than one column is headed as verification code: please keep one."),
  NOT_AS_DESCRIBED(
      "JSON 的写法不对：整体是对象；codes、rows 是数组，rows 的各项是对象；purpose、codes 的各项、code、name、identity"
          + " 是字符串，写在双引号里。没有进行查询。",
      "The JSON is not as described: it is an object; codes and rows are arrays, each of rows is an"
          + " object; purpose, each of codes, code, name and identity are strings, in double quotes."
          + " Nothing was looked up.");

  private final Wording sentence;

  ListFault(String chinese, String english) {
    this.sentence = new Wording(chinese, english);
  }

  /** Stable, such as {@code no-code-column}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Wording sentence() {
    return sentence;
  }
}
