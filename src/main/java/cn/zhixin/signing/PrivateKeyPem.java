package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * One private key as a PEM file keeps it: PKCS#8 without a password (RFC 5958, RFC 7468 §10).
 *
 * <p>Text around the block is skipped, as OpenSSL does; a second block is refused, since nobody
 * could tell which key is meant.
 */
record PrivateKeyPem(RawKeyKind kind, String name, PrivateKeyInfo info) {
  private static final String LABEL = "PRIVATE KEY";
  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN " + LABEL + "-----([A-Za-z0-9+/=\\s]*)-----END " + LABEL + "-----");
  private static final Base64.Encoder BASE64 =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  /**
   * @param name of the file, for messages only
   * @throws MalformedKey if it holds no key of that kind, or more than one
   */
  static PrivateKeyPem read(byte[] pem, RawKeyKind kind, String name) throws MalformedKey {
    PrivateKeyInfo info = parse(block(pem, kind, name), kind, name);
    if (!info.getPrivateKeyAlgorithm().equals(kind.algorithm())) {
      throw new MalformedKey(
          name,
          article(kind),
          "one of algorithm " + RawKeyKind.nameOf(info.getPrivateKeyAlgorithm()));
    }
    return new PrivateKeyPem(kind, name, info);
  }

  /**
   * The file of a key.
   *
   * @param inner what the kind's RFC puts into the field {@code privateKey}
   */
  static String write(RawKeyKind kind, ASN1Encodable inner) {
    try {
      byte[] der = new PrivateKeyInfo(kind.algorithm(), inner).getEncoded(ASN1Encoding.DER);
      return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
          .formatted(LABEL, BASE64.encodeToString(der));
    } catch (IOException e) {
      throw new IllegalStateException("a key of ours has no DER form", e);
    }
  }

  /** What stands in the field {@code privateKey}. */
  ASN1Primitive inner() throws MalformedKey {
    try {
      return info.parsePrivateKey().toASN1Primitive();
    } catch (IOException | IllegalStateException e) {
      throw malformed("other bytes");
    }
  }

  /**
   * Version 2 of PKCS#8 may carry the public key too (RFC 5958 §2).
   *
   * @throws MalformedKey if it is there and not {@code expected}
   */
  void requirePublicHalf(Bytes expected) throws MalformedKey {
    if (info.hasPublicKey() && !Bytes.wrap(info.getPublicKeyData().getBytes()).equals(expected)) {
      throw malformed("one with another key's public half");
    }
  }

  MalformedKey malformed(String found) {
    return new MalformedKey(name, article(kind), found);
  }

  private static byte[] block(byte[] pem, RawKeyKind kind, String name) throws MalformedKey {
    String text = new String(pem, StandardCharsets.ISO_8859_1);
    String expected = article(kind) + " in PEM (BEGIN " + LABEL + ")";
    Matcher begin = BEGIN.matcher(text);
    if (!begin.find()) {
      throw new MalformedKey(name, expected, "no PEM");
    }
    if (!begin.group(1).equals(LABEL)) {
      throw new MalformedKey(name, expected, "BEGIN " + begin.group(1));
    }
    if (begin.find()) {
      throw new MalformedKey(name, expected, "more than one PEM block");
    }
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      throw new MalformedKey(name, expected, "a block that is cut off or is no base64");
    }
    try {
      return Base64.getMimeDecoder().decode(block.group(1));
    } catch (IllegalArgumentException e) {
      throw new MalformedKey(name, expected, "a block that is cut off or is no base64");
    }
  }

  private static PrivateKeyInfo parse(byte[] der, RawKeyKind kind, String name)
      throws MalformedKey {
    try {
      return PrivateKeyInfo.getInstance(ASN1Primitive.fromByteArray(der));
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | NoSuchElementException e) {
      // Bouncy Castle's ways to say it; its words could quote the content
      throw new MalformedKey(name, article(kind), der.length + " bytes that are no PKCS#8");
    }
  }

  private static String article(RawKeyKind kind) {
    return "an " + kind + " private key";
  }
}
