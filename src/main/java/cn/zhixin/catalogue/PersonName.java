package cn.zhixin.catalogue;

/** A holder's name as in the identity document. Personal data: {@link #toString} leaves it out. */
public record PersonName(String value) {
  @Override
  public String toString() {
    return "PersonName";
  }
}
