package cn.zhixin.verification.lookup;

import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.door.GroupSecret;
import cn.zhixin.verification.door.OneTimeUse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.altcha.altcha.Altcha;
import tools.jackson.databind.JsonNode;

/**
 * Challenges of proof of work after ALTCHA, signed instead of remembered: any node knows those of
 * all. Each serves once and for a limited time.
 */
final class Challenges {
  /** Parts the salt from the number: one cannot be made longer by the other's digits. */
  private static final String END_OF_SALT = "&";

  private static final int LONGEST_FIELD = 256;

  private final LookupProperties properties;
  private final String key;
  private final OneTimeUse used;
  private final Clock clock;

  Challenges(LookupProperties properties, GroupSecret secret, OneTimeUse used, Clock clock) {
    this.properties = properties;
    this.key = secret.derive("lookup challenge", "").toHex();
    this.used = used;
    this.clock = clock;
  }

  Challenge issue() {
    long end = clock.instant().plus(properties.challengeKept()).getEpochSecond();
    try {
      Altcha.Challenge made =
          Altcha.createChallenge(
              new Altcha.ChallengeOptions()
                  .setAlgorithm(Altcha.Algorithm.SHA256)
                  .setMaxNumber((long) properties.difficulty())
                  .setSecureRandomNumber(true)
                  .setHmacKey(key)
                  .setExpires(end));
      return new Challenge(
          made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
    } catch (Exception e) { // the library declares no other
      throw new IllegalStateException("a challenge can be made on every Java platform", e);
    }
  }

  /** Takes a solution for this once. */
  Proof accept(JsonNode solution) {
    Altcha.Payload payload = new Altcha.Payload();
    payload.algorithm = text(solution, "algorithm");
    payload.challenge = text(solution, "challenge");
    payload.salt = text(solution, "salt");
    payload.signature = text(solution, "signature");
    JsonNode number = solution.path("number");
    if (!number.canConvertToLong() || !payload.salt.endsWith(END_OF_SALT)) {
      return Proof.WRONG;
    }
    payload.number = number.asLong();
    try {
      if (!Altcha.verifySolution(payload, key, false)) {
        return Proof.WRONG;
      }
      Instant end =
          Instant.ofEpochSecond(
              Long.parseLong(Altcha.extractParams(payload.salt).getOrDefault("expires", "0")));
      if (!clock.instant().isBefore(end)) {
        return Proof.EXPIRED;
      }
    } catch (Exception e) { // the library declares no other; whatever it is, this is no proof
      return Proof.WRONG;
    }
    Digest thing = Digest.of(payload.challenge.getBytes(StandardCharsets.US_ASCII));
    return used.use(thing, properties.challengeKept()) == OneTimeUse.Use.FIRST
        ? Proof.ACCEPTED
        : Proof.USED;
  }

  private static String text(JsonNode solution, String name) {
    JsonNode member = solution.path(name);
    return member.isString() && member.asString().length() <= LONGEST_FIELD
        ? member.asString()
        : "";
  }
}
