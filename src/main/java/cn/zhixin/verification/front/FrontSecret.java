package cn.zhixin.verification.front;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Lets the pages' server tell the front's requests from everybody else's on this machine, and
 * carries what only the front knows of the client: header {@value #HEADER}, the secret, address,
 * port, scheme and the front's own port, separated by spaces. Random, and new for each server.
 */
final class FrontSecret {
  static final String HEADER = "Zhixin-Front";

  private static final int RANDOM_BYTES = 32;
  private static final int PARTS = 5;

  private final String secret;

  FrontSecret() {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    secret = HexFormat.of().formatHex(random);
  }

  /** Who sent a request, as the front saw it. */
  record Client(String address, int port, boolean secure, int frontPort) {}

  String write(InetSocketAddress client, boolean secure, int frontPort) {
    return String.join(
        " ",
        secret,
        client.getAddress().getHostAddress(),
        Integer.toString(client.getPort()),
        secure ? "https" : "http",
        Integer.toString(frontPort));
  }

  /** Empty if the front did not write it. */
  Optional<Client> read(String value) {
    String[] parts = value.split(" ", -1);
    if (parts.length != PARTS || !isSecret(parts[0])) {
      return Optional.empty();
    }
    return Optional.of(
        new Client(
            parts[1],
            Integer.parseInt(parts[2]),
            parts[3].equals("https"),
            Integer.parseInt(parts[4])));
  }

  private boolean isSecret(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.ISO_8859_1), secret.getBytes(StandardCharsets.ISO_8859_1));
  }
}
