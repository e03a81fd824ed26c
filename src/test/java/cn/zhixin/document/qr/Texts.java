package cn.zhixin.document.qr;

import cn.zhixin.document.QrText;
import java.util.Random;

/** Texts for symbols. */
final class Texts {
  static final String CODE = "7K3M9QPX2RTV4WZC";

  private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String ADDRESS_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789.-_~/:";

  private Texts() {}

  /** A usual address and code with so many digits. */
  static QrText withDigits(int digits) {
    return new QrText("https://cert.example.cn/v/", CODE, digits(new Random(digits), digits));
  }

  /** Parts at random that a symbol of this version and level holds, often to its last bit. */
  static QrText fitting(int version, ErrorCorrection level, Random random) {
    int capacity = QrEncoder.capacity(version, level);
    while (true) {
      int address = random.nextInt(capacity / 8);
      int code = random.nextInt(4) == 0 ? random.nextInt(capacity / 8) : 16;
      QrText start =
          new QrText(
              characters(random, ADDRESS_ALPHABET, address),
              characters(random, random.nextBoolean() ? CODE_ALPHABET : QrText.ALPHANUMERIC, code),
              "");
      if (Segments.bits(start, version) <= capacity) {
        return filled(start, version, capacity, random);
      }
    }
  }

  private static QrText filled(QrText start, int version, int capacity, Random random) {
    QrText longest = start;
    int digits = 1;
    while (true) {
      QrText next = new QrText(start.address(), start.code(), digits(random, digits));
      if (Segments.bits(next, version) > capacity) {
        break;
      }
      longest = next;
      digits++;
    }
    int kept = longest.digits().length();
    if (random.nextInt(3) == 0 && kept > 0) {
      kept = random.nextInt(kept);
    }
    return new QrText(start.address(), start.code(), longest.digits().substring(0, kept));
  }

  static String digits(Random random, int count) {
    return characters(random, "0123456789", count);
  }

  private static String characters(Random random, String alphabet, int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
