package cn.zhixin.verification.bulk;

import cn.zhixin.sheet.MalformedSheet;
import cn.zhixin.verification.Wording;

/** A list that cannot be taken; nothing of it was asked. */
public final class MalformedList extends Exception {
  private static final long serialVersionUID = 1L;

  private final ListFault fault;
  private final String place;

  public MalformedList(ListFault fault) {
    this(fault, "");
  }

  /**
   * @param place where in the list, never what stands there; empty for the whole
   */
  public MalformedList(ListFault fault, String place) {
    super(fault.code());
    this.fault = fault;
    this.place = place;
  }

  /** Of a file that is no sheet. */
  static MalformedList of(MalformedSheet cause) {
    ListFault fault =
        switch (cause.fault()) {
          case EMPTY -> ListFault.EMPTY;
          case TOO_LARGE -> ListFault.TOO_LARGE;
          case LEGACY_XLS, PDF, OTHER_ARCHIVE, NOT_A_TABLE, UNCLOSED_QUOTE, TOO_MANY_COLUMNS ->
              ListFault.NOT_A_TABLE;
          case WEB_PAGE -> ListFault.NO_CODE_COLUMN;
          case ENCRYPTED, DAMAGED, UNREADABLE_WORKBOOK -> ListFault.DAMAGED;
          case INFLATES_TOO_MUCH -> ListFault.INFLATES_TOO_MUCH;
          case TOO_MANY_ROWS -> ListFault.TOO_MANY_ROWS;
        };
    MalformedList malformed = new MalformedList(fault);
    malformed.initCause(cause);
    return malformed;
  }

  public ListFault fault() {
    return fault;
  }

  /** What is wrong, and where. */
  public Wording sentence() {
    Wording sentence = fault.sentence();
    return place.isEmpty()
        ? sentence
        : new Wording(place + "：" + sentence.chinese(), place + ": " + sentence.english());
  }
}
