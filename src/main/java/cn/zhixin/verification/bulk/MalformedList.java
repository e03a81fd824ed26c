package cn.zhixin.verification.bulk;

import cn.zhixin.sheet.MalformedSheet;

/** A list that cannot be taken; nothing of it was asked. */
public final class MalformedList extends Exception {
  private static final long serialVersionUID = 1L;

  private final ListFault fault;

  public MalformedList(ListFault fault) {
    super(fault.code());
    this.fault = fault;
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
}
