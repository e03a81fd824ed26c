package cn.zhixin.verification.front;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Lets the pages' server tell the front's requests from everybody else's on this machine, and
 * carries what only the front knows of the client: header {@value #HEADER}, the secret, address and
 * scheme, separated by spaces. Random, and new for each server.
 */
final class FrontSecret {
  static final String HEADER = "Zhixin-Front";

  private static final int RANDOM_BYTES = 32;
  private static final int PARTS = 3;

  private final String secret;

  FrontSecret() {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    secret = HexFormat.of().formatHex(random);
  }

  /** Who sent a request, as the front saw it. */
  record Told(String address, boolean secure) {}

  String write(Client client) {
    return secret
        + " "
        + client.address().getHostAddress()
        + " "
        + (client.secure() ? "https" : "http");
  }

  /** Empty if the front did not write it. */
  Optional<Told> read(String value) {
    String[] parts = value.split(" ", -1);
    if (parts.length != PARTS || !isSecret(parts[0])) {
      return Optional.empty();
    }
    return Optional.of(new Told(parts[1], parts[2].equals("https")));
  }

  private boolean isSecret(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.ISO_8859_1), secret.getBytes(StandardCharsets.ISO_8859_1));
  }
}
