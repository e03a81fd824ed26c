package cn.zhixin.certificate;

/**
 * Why a certificate is the correction of another; kept until the old one is superseded, and after.
 *
 * @param actor who asked for it
 */
record Correction(VerificationCode predecessor, String actor, String reason, String ground) {
  Correction {
    if (actor.isBlank() || reason.isBlank() || ground.isBlank()) {
      throw new IllegalArgumentException(
          "a correction needs an actor, a reason and a legal ground");
    }
  }
}
