package cn.zhixin.ledger.note;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.encoding.WrongValue;
import cn.zhixin.signing.Ed25519PrivateKey;
import cn.zhixin.signing.MlDsa44PrivateKey;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A public key by which notes are verified, with its name (a "vkey" of C2SP signed-note).
 *
 * @param name not empty, without spaces and {@code +}; the origin for a log's own key
 * @param type how the key signs
 * @param publicKey 32 bytes for Ed25519 (RFC 8032), 1312 for ML-DSA-44 (FIPS 204)
 */
public record VerifierKey(String name, SignatureType type, Bytes publicKey) {
  private static final int PARTS = 3;

  public VerifierKey {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          WrongValue.of(
              "密钥的名称不能为空，也不能有空格和 +", "a key's name is not empty and has no space and no +", name));
    }
    if (publicKey.size() != type.keySize()) {
      throw new IllegalArgumentException(
          "a key for " + type + " has " + type.keySize() + " bytes, not " + publicKey.size());
    }
  }

  /** The key by which a log signs its checkpoints. */
  public static VerifierKey ofLog(String name, Ed25519PrivateKey key) {
    return new VerifierKey(name, SignatureType.ED25519, key.publicKey().value());
  }

  /** The key by which a witness cosigns. */
  public static VerifierKey ofWitness(String name, Ed25519PrivateKey key) {
    return new VerifierKey(name, SignatureType.ED25519_COSIGNATURE, key.publicKey().value());
  }

  public static VerifierKey ofMlDsa(String name, MlDsa44PrivateKey key) {
    return new VerifierKey(name, SignatureType.ML_DSA_44_COSIGNATURE, key.publicKey().value());
  }

  /** Reads {@code name+keyid+base64(type || key)}. */
  public static VerifierKey parse(String vkey) throws MalformedNote {
    String[] parts = vkey.strip().split("\\+", PARTS);
    if (parts.length != PARTS || !isName(parts[0])) {
      throw new MalformedNote("a verifier key, name+id+key", "another text");
    }
    Bytes typed = Base64Text.decode(parts[2], "a verifier key");
    SignatureType type = typed.size() == 0 ? SignatureType.of((byte) 0) : typeOf(typed);
    if (typed.size() != 1 + type.keySize()) {
      throw new MalformedNote(
          "a key of " + type.keySize() + " bytes", Integer.toString(typed.size() - 1));
    }
    VerifierKey key = new VerifierKey(parts[0], type, typed.slice(1, typed.size()));
    if (!parts[1].equals(key.idHex())) {
      throw new MalformedNote("key id " + key.idHex(), "another");
    }
    return key;
  }

  private static SignatureType typeOf(Bytes typed) throws MalformedNote {
    return SignatureType.of(typed.at(0));
  }

  static boolean isName(String name) {
    return !name.isEmpty()
        && name.indexOf('+') < 0
        && name.chars()
            .noneMatch(c -> c < ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /** First four bytes of SHA-256 over name, newline, type and key. */
  public int id() {
    ByteArrayOutputStream hashed = new ByteArrayOutputStream();
    hashed.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    hashed.write('\n');
    hashed.write(type.code());
    hashed.writeBytes(publicKey.unsafeArray());
    return ByteBuffer.wrap(Digest.of(hashed.toByteArray()).value().unsafeArray()).getInt();
  }

  /** Whether a signature line says that this key made it. */
  public boolean names(NoteSignature signature) {
    return signature.keyId() == id() && signature.name().equals(name);
  }

  /** As it is given to others. */
  public String vkey() {
    byte[] typed = new byte[1 + publicKey.size()];
    typed[0] = type.code();
    System.arraycopy(publicKey.unsafeArray(), 0, typed, 1, publicKey.size());
    return name + "+" + idHex() + "+" + Base64Text.encode(Bytes.wrap(typed));
  }

  private String idHex() {
    return String.format("%08x", id());
  }
}
