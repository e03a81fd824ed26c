package cn.zhixin.certificate;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.CborReader;
import cn.zhixin.encoding.CborWriter;
import cn.zhixin.encoding.MalformedCbor;
import java.time.LocalDate;

/**
 * The claims of a credential as a CBOR map (RFC 8949, deterministic encoding of §4.2.1): always
 * these nine entries in this order, so that one set of claims has exactly one encoding.
 *
 * <pre>
 *   key  bytes  value
 *    1   01     issuer's number, unsigned          the place of iss in a CWT (RFC 8392)
 *    2   02     certificate number, text           the place of sub
 *    6   06     day of issue, days                 the place of iat
 *   -1   20     holder's name, text
 *   -2   21     title code, unsigned, 0 to 9999
 *   -3   22     level's code, unsigned, 1 to 9
 *   -4   23     specialty, text, may be empty
 *   -5   24     committee's number, unsigned
 *   -6   25     day the title was acquired, days
 * </pre>
 *
 * Days count from 1970-01-01 and may be negative. The map's head is {@code A9}. Issuer and
 * committee are below 2³¹.
 */
public final class CredentialCodec {
  private static final int ENTRIES = 9;
  private static final int ISSUER = 1;
  private static final int NUMBER = 2;
  private static final int ISSUED_ON = 6;
  private static final int HOLDER_NAME = -1;
  private static final int TITLE = -2;
  private static final int LEVEL = -3;
  private static final int SPECIALTY = -4;
  private static final int COMMITTEE = -5;
  private static final int ACQUIRED_ON = -6;

  private static final int MAX_TITLE = 9999;
  private static final int MAX_LEVEL = 9;

  private CredentialCodec() {}

  public static Bytes encode(CredentialClaims claims) {
    return new CborWriter()
        .map(ENTRIES)
        .integer(ISSUER)
        .integer(claims.issuer())
        .integer(NUMBER)
        .text(claims.number().value())
        .integer(ISSUED_ON)
        .integer(claims.issuedOn().toEpochDay())
        .integer(HOLDER_NAME)
        .text(claims.holderName())
        .integer(TITLE)
        .integer(claims.titleCode())
        .integer(LEVEL)
        .integer(claims.levelCode())
        .integer(SPECIALTY)
        .text(claims.specialty())
        .integer(COMMITTEE)
        .integer(claims.committee())
        .integer(ACQUIRED_ON)
        .integer(claims.acquiredOn().toEpochDay())
        .toBytes();
  }

  /**
   * @throws MalformedCredential unless these are the bytes that {@link #encode} makes of some
   *     claims
   */
  public static CredentialClaims decode(Bytes encoded) throws MalformedCredential {
    try {
      CborReader reader = new CborReader(encoded);
      int entries = reader.map();
      if (entries != ENTRIES) {
        throw new MalformedCredential("expected a map of 9 entries, found " + entries);
      }
      key(reader, ISSUER);
      int issuer = (int) reader.unsigned(Integer.MAX_VALUE);
      key(reader, NUMBER);
      CertificateNumber number = new CertificateNumber(reader.text());
      key(reader, ISSUED_ON);
      LocalDate issuedOn = day(reader);
      key(reader, HOLDER_NAME);
      String holderName = reader.text();
      key(reader, TITLE);
      int title = (int) reader.unsigned(MAX_TITLE);
      key(reader, LEVEL);
      int level = (int) reader.unsigned(MAX_LEVEL);
      key(reader, SPECIALTY);
      String specialty = reader.text();
      key(reader, COMMITTEE);
      int committee = (int) reader.unsigned(Integer.MAX_VALUE);
      key(reader, ACQUIRED_ON);
      LocalDate acquiredOn = day(reader);
      reader.end();
      return new CredentialClaims(
          number, holderName, title, level, specialty, committee, issuer, acquiredOn, issuedOn);
    } catch (MalformedCbor e) {
      throw new MalformedCredential("not the CBOR of claims: " + e, e);
    } catch (IllegalArgumentException e) {
      // a value outside of its range: the claims' own constructors know the ranges
      throw new MalformedCredential("a claim out of range: " + e.getMessage(), e);
    }
  }

  private static void key(CborReader reader, int expected)
      throws MalformedCbor, MalformedCredential {
    int offset = reader.offset();
    long found = reader.integer();
    if (found != expected) {
      throw new MalformedCredential(
          "expected key " + expected + " at byte " + offset + ", found " + found);
    }
  }

  private static LocalDate day(CborReader reader) throws MalformedCbor, MalformedCredential {
    int offset = reader.offset();
    long day = reader.integer();
    if (day < CredentialClaims.FIRST_DAY.toEpochDay()
        || day > CredentialClaims.LAST_DAY.toEpochDay()) {
      throw new MalformedCredential(
          "expected a day of the years 1900 to 9999 at byte " + offset + ", found " + day);
    }
    return LocalDate.ofEpochDay(day);
  }
}
