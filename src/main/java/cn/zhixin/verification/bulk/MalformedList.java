package cn.zhixin.verification.bulk;

/** A list that cannot be taken; nothing of it was asked. */
public final class MalformedList extends Exception {
  private static final long serialVersionUID = 1L;

  private final ListFault fault;

  public MalformedList(ListFault fault) {
    super(fault.code());
    this.fault = fault;
  }

  public ListFault fault() {
    return fault;
  }
}
