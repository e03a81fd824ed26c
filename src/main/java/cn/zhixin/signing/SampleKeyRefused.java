package cn.zhixin.signing;

/** A key of {@code keys-sample} outside the demo: anybody could sign with it. */
public final class SampleKeyRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param place which holds it
   * @param english the same in English
   */
  SampleKeyRefused(String place, String english) {
    super(
        place
            + "中有 keys-sample 的样例密钥，其私钥是公开的，只能用于演示（demo）；请另建自己的密钥 / "
            + english
            + " holds a key of keys-sample, whose private key is public. It is for the profile"
            + " \"demo\" only: make a key of your own.");
  }
}
