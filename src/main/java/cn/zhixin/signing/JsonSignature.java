package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON text with its signature: JWS, flattened JSON serialization, ES256 (RFC 7515 §7.2.2, RFC
 * 7518 §3.4), with the signer's chain in {@code x5c}.
 */
public final class JsonSignature {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String ALGORITHM = "ES256";
  private static final int LONGEST_CHAIN = 6;

  private JsonSignature() {}

  /**
   * @param type what the payload is, {@code typ} of RFC 7515 §4.1.9
   * @return the JSON of the JWS, UTF-8
   * @throws KeyRefused outside the key's validity
   */
  public static Bytes sign(Bytes payload, SigningKey key, String type) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", ALGORITHM);
    header.put("typ", type);
    header.put("kid", key.id().toString());
    header.put("x5c", key.chain().stream().map(JsonSignature::der).toList());
    Map<String, Object> jws = new LinkedHashMap<>();
    String protectedHeader = BASE64.encodeToString(MAPPER.writeValueAsBytes(header));
    String encoded = BASE64.encodeToString(payload.unsafeArray());
    jws.put("payload", encoded);
    jws.put("protected", protectedHeader);
    byte[] signature = key.sign(input(protectedHeader, encoded).unsafeArray());
    jws.put("signature", BASE64.encodeToString(signature));
    return Bytes.wrap(MAPPER.writeValueAsBytes(jws));
  }

  /**
   * Verifies what {@link #sign} made, for keys of one purpose only.
   *
   * @param at when the chain must be valid
   */
  public static JsonOutcome verify(
      Bytes jws, String type, KeyPurpose purpose, TrustAnchors anchors, Instant at) {
    try {
      JsonNode root = MAPPER.readTree(jws.unsafeArray());
      String protectedHeader = text(root, "protected");
      String payload = text(root, "payload");
      JsonNode header = MAPPER.readTree(Base64.getUrlDecoder().decode(protectedHeader));
      if (root.size() != 3
          || header.size() != 4
          || !text(header, "alg").equals(ALGORITHM)
          || !text(header, "typ").equals(type)) {
        return new JsonOutcome.Failed(JsonFault.MALFORMED);
      }
      List<X509Certificate> chain = chain(header.path("x5c"));
      VerificationKey key = VerificationKey.of(chain.get(0));
      Bytes signature = Bytes.wrap(Base64.getUrlDecoder().decode(text(root, "signature")));
      if (!key.id().toString().equals(text(header, "kid"))
          || !key.verifies(input(protectedHeader, payload), signature)) {
        return new JsonOutcome.Failed(JsonFault.WRONG_SIGNATURE);
      }
      if (KeyPurpose.of(chain.get(0)) != purpose) {
        return new JsonOutcome.Failed(JsonFault.WRONG_KEY_USAGE);
      }
      Bytes content = Bytes.wrap(Base64.getUrlDecoder().decode(payload));
      return switch (CertificateChain.check(chain.get(0), chain, anchors, at)) {
        case PASSED -> new JsonOutcome.Passed(content, key);
        case OUTSIDE_VALIDITY -> new JsonOutcome.Failed(JsonFault.OUTSIDE_VALIDITY);
        case INVALID -> new JsonOutcome.Failed(JsonFault.CHAIN_INVALID);
        case NO_ANCHOR -> new JsonOutcome.CannotTell(CmsGap.UNKNOWN_ISSUER);
      };
    } catch (JacksonException | GeneralSecurityException | IllegalArgumentException e) {
      return new JsonOutcome.Failed(JsonFault.MALFORMED);
    }
  }

  /** Whether the text looks like a JWS in JSON, sound or not. */
  public static boolean looksLike(Bytes text) {
    try {
      JsonNode root = MAPPER.readTree(text.unsafeArray());
      return root.isObject() && root.has("protected") && root.has("payload");
    } catch (JacksonException e) {
      return false;
    }
  }

  private static List<X509Certificate> chain(JsonNode x5c) throws GeneralSecurityException {
    if (x5c.isEmpty() || x5c.size() > LONGEST_CHAIN) {
      throw new GeneralSecurityException("a chain of " + x5c.size());
    }
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> chain = new ArrayList<>();
    for (JsonNode each : x5c) {
      byte[] der = Base64.getDecoder().decode(each.asString(""));
      chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
    }
    return chain;
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asString("");
  }

  private static Bytes input(String protectedHeader, String payload) {
    return Bytes.wrap((protectedHeader + "." + payload).getBytes(StandardCharsets.US_ASCII));
  }

  private static String der(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }
}
