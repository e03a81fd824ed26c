package cn.zhixin.signing;

import java.security.cert.X509Certificate;

/**
 * The name that a certificate gives its subject, for people to read. Anybody can make a certificate
 * with any name: what cannot be seen, or would change how a terminal shows the rest of a line, is
 * shown as a question mark, and what is long is cut.
 */
final class SubjectName {
  /** In code points. */
  private static final int LONGEST = 160;

  private SubjectName() {}

  /** As RFC 4514 writes it, such as {@code CN=时间戳,C=CN}. */
  static String of(X509Certificate certificate) {
    int[] name = certificate.getSubjectX500Principal().getName().codePoints().toArray();
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(name.length, LONGEST); i++) {
      shown.appendCodePoint(isSeen(name[i]) ? name[i] : '?');
    }
    return name.length > LONGEST ? shown.append('…').toString() : shown.toString();
  }

  private static boolean isSeen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
