package cn.zhixin.verification.web;

import cn.zhixin.ledger.PublishedLedger;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.VerificationKey;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.receipts.Receipts;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /.well-known/zhixin.json} (RFC 8615): the issuers' keys as JWK (RFC 7517) with their
 * validity, the public ledger's keys (C2SP vkeys), and the addresses of this service, for whoever
 * verifies without asking us. JSON whatever is accepted: its address says what it is, and there is
 * no other form.
 */
@PublicRole
@RestController
class WellKnown {
  /** Bytes of a coordinate on P-256 (RFC 7518 §6.2.1.2). */
  private static final int COORDINATE = 32;

  /** A key that was withdrawn is not told of for longer. */
  private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final KeyRing keys;
  private final PublishedLedger ledger;
  private final Frames frames;
  private final ObjectProvider<Receipts> receipts;

  WellKnown(
      KeyRing keys, PublishedLedger ledger, Frames frames, ObjectProvider<Receipts> receipts) {
    this.keys = keys;
    this.ledger = ledger;
    this.frames = frames;
    this.receipts = receipts;
  }

  @GetMapping("/.well-known/zhixin.json")
  ResponseEntity<Map<String, Object>> describe(HttpServletRequest request)
      throws CertificateEncodingException {
    String address = frames.address(request);
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("page", address + "/v/{code}");
    description.put("answer", address + "/api/v1/certificates/{code}");
    List<Map<String, Object>> jwks = new ArrayList<>();
    for (VerificationKey key : keys.verificationKeys().all()) {
      if (isAnIssuers(key)) {
        jwks.add(jwk(key));
      }
    }
    description.put("keys", jwks);
    description.put("receipt", address + "/api/v1/certificates/{code}/receipt");
    List<Map<String, Object>> receiptKeys = new ArrayList<>();
    for (VerificationKey key :
        receipts.stream().flatMap(each -> each.publicKeys().stream()).toList()) {
      receiptKeys.add(jwk(key));
    }
    description.put("receiptKeys", receiptKeys);
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("address", address + "/ledger");
    log.put("keys", ledger.keys().stream().map(VerifierKey::vkey).toList());
    description.put("ledger", log);
    return ResponseEntity.ok()
        .cacheControl(KEPT)
        .contentType(MediaType.APPLICATION_JSON)
        .body(description);
  }

  /** Not an authority's that certifies keys, nor one for time stamps. */
  private static boolean isAnIssuers(VerificationKey key) {
    try {
      return key.certificate().getBasicConstraints() < 0
          && key.certificate().getExtendedKeyUsage() == null;
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  private static Map<String, Object> jwk(VerificationKey key) throws CertificateEncodingException {
    ECPoint point = ((ECPublicKey) key.certificate().getPublicKey()).getW();
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kid", key.id().toString());
    jwk.put("kty", "EC");
    jwk.put("crv", "P-256");
    jwk.put("alg", "ES256");
    jwk.put("use", "sig");
    jwk.put("x", coordinate(point.getAffineX()));
    jwk.put("y", coordinate(point.getAffineY()));
    jwk.put("x5c", List.of(Base64.getEncoder().encodeToString(key.certificate().getEncoded())));
    jwk.put("notBefore", key.notBefore().toString());
    jwk.put("notAfter", key.notAfter().toString());
    return jwk;
  }

  private static String coordinate(BigInteger value) {
    byte[] signed = value.toByteArray();
    byte[] fixed = new byte[COORDINATE];
    int size = Math.min(signed.length, COORDINATE);
    System.arraycopy(signed, signed.length - size, fixed, COORDINATE - size, size);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
  }
}
