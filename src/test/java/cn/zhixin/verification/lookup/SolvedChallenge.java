package cn.zhixin.verification.lookup;

import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Does the work that a challenge asks for. */
public final class SolvedChallenge {
  private SolvedChallenge() {}

  /**
   * @param challenge as {@code GET /api/v1/lookups/challenge} gave it
   * @return the proof, as JSON
   */
  public static String of(String challenge) {
    JsonNode given = JsonMapper.shared().readTree(challenge);
    String salt = given.path("salt").asString();
    for (int n = 0; n <= given.path("maxnumber").asInt(); n++) {
      String hash = Digest.of((salt + n).getBytes(StandardCharsets.UTF_8)).toHex();
      if (hash.equals(given.path("challenge").asString())) {
        ObjectNode proof = (ObjectNode) given;
        proof.remove("maxnumber");
        return proof.put("number", n).toString();
      }
    }
    throw new AssertionError("the challenge has no solution");
  }
}
