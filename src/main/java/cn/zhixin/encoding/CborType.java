package cn.zhixin.encoding;

/** The kinds of data item that {@link CborReader} reads (RFC 8949 §3.1). */
public enum CborType {
  INTEGER("an integer"),
  BYTES("a byte string"),
  TEXT("a text string"),
  ARRAY("an array"),
  MAP("a map"),
  TAG("a tag"),
  BOOLEAN("true or false"),
  NULL("null");

  private final String phrase;

  CborType(String phrase) {
    this.phrase = phrase;
  }

  @Override
  public String toString() {
    return phrase;
  }
}
