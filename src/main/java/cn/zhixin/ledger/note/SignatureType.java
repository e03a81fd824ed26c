package cn.zhixin.ledger.note;

/** The signature types that are known here, by their identifier bytes (C2SP signed-note). */
public enum SignatureType {
  /** Of a log over the note's text (RFC 8032). */
  ED25519(0x01, 32),
  /** Of a witness, with a time (C2SP tlog-cosignature). */
  ED25519_COSIGNATURE(0x04, 32),
  /** Of a witness, or of the log itself, against quantum computers (C2SP tlog-cosignature). */
  ML_DSA_44_COSIGNATURE(0x06, 1312);

  private final int code;
  private final int keySize;

  SignatureType(int code, int keySize) {
    this.code = code;
    this.keySize = keySize;
  }

  byte code() {
    return (byte) code;
  }

  /** Bytes of a public key. */
  int keySize() {
    return keySize;
  }

  static SignatureType of(byte code) throws MalformedNote {
    for (SignatureType type : values()) {
      if (type.code() == code) {
        return type;
      }
    }
    throw new MalformedNote("a signature type 1, 4 or 6", Integer.toString(code));
  }
}
