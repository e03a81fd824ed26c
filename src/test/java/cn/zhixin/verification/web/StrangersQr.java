package cn.zhixin.verification.web;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.CborWriter;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.encoding.Digest;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.signing.KeyId;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;

/** The claims of a genuine credential, signed by somebody who has no key of an issuer. */
final class StrangersQr {
  private StrangersQr() {}

  /** Under the stranger's own key id. */
  static String digits(CoseSign1 genuine) throws Exception {
    KeyPair pair = pair();
    Bytes digest = Digest.of(Bytes.wrap(pair.getPublic().getEncoded())).value();
    byte[] id = Arrays.copyOf(digest.toArray(), KeyId.SIZE);
    return signed(new KeyId(Bytes.wrap(id)), genuine.payload(), pair);
  }

  /** Under the issuer's key id. */
  static String pretending(CoseSign1 genuine) throws Exception {
    return signed(genuine.keyId(), genuine.payload(), pair());
  }

  private static KeyPair pair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static String signed(KeyId id, Bytes payload, KeyPair pair) throws Exception {
    Bytes header =
        new CborWriter(16).map(2).integer(1).integer(-7).integer(4).bytes(id.value()).toBytes();
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(pair.getPrivate());
    signature.update(
        new CborWriter()
            .array(4)
            .text("Signature1")
            .bytes(header)
            .bytes(Bytes.wrap(new byte[0]))
            .bytes(payload)
            .toArray());
    return DecimalDigits.encode(new CoseSign1(id, payload, Bytes.wrap(signature.sign())).encoded());
  }
}
