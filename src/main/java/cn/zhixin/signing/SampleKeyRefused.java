package cn.zhixin.signing;

/** A key of {@code keys-sample} outside the demo: anybody could sign with it. */
public final class SampleKeyRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SampleKeyRefused(String place) {
    super(
        place
            + " holds a key of keys-sample, whose private key is public. It is for the profile"
            + " \"demo\" only: make a key of your own.");
  }
}
