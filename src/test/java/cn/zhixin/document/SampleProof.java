package cn.zhixin.document;

import cn.zhixin.encoding.Bytes;
import java.util.Base64;
import java.util.Random;

/** Texts in the form of ledger proofs (C2SP tlog-proof); their hashes lead to no tree. */
public final class SampleProof {
  private static final String ORIGIN = "zc.weihai.example/ledger";
  private static final int PATH_LENGTH = 17;

  private SampleProof() {}

  /** Some 1,100 bytes: in a ledger of a hundred thousand certificates, with one witness. */
  public static Bytes of(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\n");
    text.append("extra ").append(base64(random, 16)).append('\n');
    text.append("index ").append(random.nextInt(100_000)).append('\n');
    for (int level = 0; level < PATH_LENGTH; level++) {
      text.append(base64(random, 32)).append('\n');
    }
    text.append('\n').append(ORIGIN).append("\n100000\n").append(base64(random, 32));
    text.append("\n\n— ").append(ORIGIN).append(' ').append(base64(random, 68));
    text.append("\n— witness.example ").append(base64(random, 76)).append('\n');
    return Bytes.ofUtf8(text.toString());
  }

  private static String base64(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
