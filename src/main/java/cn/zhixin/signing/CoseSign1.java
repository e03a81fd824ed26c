package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.CborReader;
import cn.zhixin.encoding.CborWriter;
import cn.zhixin.encoding.MalformedCbor;

/**
 * A COSE_Sign1 (RFC 9052 §4.2), tag 18, in the one form that this project writes: protected header
 * {@code {1: -7, 4: key id of 8 bytes}} (ES256), empty unprotected header, payload attached,
 * signature {@code r || s}. All of it deterministic CBOR, so that nothing but the signature's own
 * value can vary.
 *
 * @param keyId names the key that signed
 * @param payload what is signed
 * @param signature 64 bytes
 */
public record CoseSign1(KeyId keyId, Bytes payload, Bytes signature) {
  private static final int TAG = 18;
  private static final int ALGORITHM = 1;
  private static final int KEY_ID = 4;
  private static final int ES256 = -7;
  private static final int PARTS = 4;
  private static final Bytes NO_EXTERNAL_DATA = Bytes.wrap(new byte[0]);

  public CoseSign1 {
    if (signature.size() != EcdsaP256.P1363_SIZE) {
      throw new IllegalArgumentException("an ES256 signature has 64 bytes");
    }
  }

  /**
   * Signs {@code payload}.
   *
   * @throws KeyRefused outside the key's validity
   */
  public static CoseSign1 sign(Bytes payload, SigningKey key) {
    byte[] signature = key.sign(toBeSigned(protectedHeader(key.id()), payload));
    return new CoseSign1(key.id(), payload, Bytes.wrap(signature));
  }

  /** Takes the encoding of {@link #encoded} and nothing else. */
  public static CoseSign1 parse(Bytes encoded) throws MalformedCose {
    try {
      CborReader reader = new CborReader(encoded);
      requireEqual(reader, reader.tag(), TAG, "tag 18");
      reader.array(PARTS);
      KeyId keyId = parseProtected(reader.bytes());
      requireEqual(reader, reader.map(), 0, "an empty unprotected header");
      Bytes payload = reader.bytes();
      Bytes signature = reader.bytes(EcdsaP256.P1363_SIZE);
      reader.end();
      return new CoseSign1(keyId, payload, signature);
    } catch (MalformedCbor e) {
      throw new MalformedCose(e.getMessage(), e);
    }
  }

  public Bytes encoded() {
    CborWriter writer = new CborWriter(payload.size() + 96);
    writer.tag(TAG).array(PARTS).bytes(protectedHeader(keyId)).map(0);
    return writer.bytes(payload).bytes(signature).toBytes();
  }

  /** Finds the key by its id and checks the signature with it. */
  public CoseOutcome verify(VerificationKeys keys) {
    return keys.find(keyId)
        .<CoseOutcome>map(
            key ->
                isSignedBy(key)
                    ? new CoseOutcome.Passed(key, payload)
                    : new CoseOutcome.WrongSignature(key))
        .orElseGet(() -> new CoseOutcome.UnknownKey(keyId));
  }

  /** The Sig_structure of RFC 9052 §4.4, with no external data. */
  static byte[] toBeSigned(Bytes protectedHeader, Bytes payload) {
    CborWriter writer = new CborWriter(payload.size() + 64);
    writer.array(PARTS).text("Signature1").bytes(protectedHeader);
    return writer.bytes(NO_EXTERNAL_DATA).bytes(payload).toArray();
  }

  private boolean isSignedBy(VerificationKey key) {
    byte[] signed = toBeSigned(protectedHeader(keyId), payload);
    return EcdsaP256.verifyP1363(key.publicKey(), signed, signature.unsafeArray());
  }

  private static Bytes protectedHeader(KeyId keyId) {
    CborWriter writer = new CborWriter(16).map(2);
    return writer.integer(ALGORITHM).integer(ES256).integer(KEY_ID).bytes(keyId.value()).toBytes();
  }

  private static KeyId parseProtected(Bytes header) throws MalformedCbor {
    CborReader reader = new CborReader(header);
    requireEqual(reader, reader.map(), 2, "a protected header of two entries");
    requireEqual(reader, reader.integer(), ALGORITHM, "label 1 (algorithm)");
    requireEqual(reader, reader.integer(), ES256, "algorithm -7 (ES256)");
    requireEqual(reader, reader.integer(), KEY_ID, "label 4 (key id)");
    KeyId id = new KeyId(reader.bytes(KeyId.SIZE));
    reader.end();
    return id;
  }

  private static void requireEqual(CborReader reader, long found, long expected, String phrase)
      throws MalformedCbor {
    if (found != expected) {
      throw new MalformedCbor(reader.offset(), phrase, Long.toString(found));
    }
  }
}
