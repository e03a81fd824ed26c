package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * A change of a CMS that its signature does not cover.
 *
 * @param name what is done
 * @param fault for which it is refused
 * @param change of a CMS with certificates of the demo, the authority's among them
 */
public record CmsAlteration(String name, CmsFault fault, Change change) {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int TAG_1 = 0xA1;
  private static final Tlv NULL = Tlv.primitive(0x05);

  /** Of what {@link #apply} takes apart. */
  interface Change extends Consumer<Tlv> {}

  /** The CMS after it. */
  public Bytes apply(Bytes cms) {
    Tlv all = Tlv.parse(cms.toArray());
    change.accept(all);
    return Bytes.wrap(all.encoded());
  }

  /** All that can be done to a CMS with or without a time stamp. */
  public static List<CmsAlteration> ofAny() {
    List<CmsAlteration> all = new ArrayList<>(ofSignedData());
    all.addAll(ofEncoding());
    all.addAll(
        List.of(
            of("a signer twice", CmsFault.NOT_ONE_SIGNER, cms -> repeatFirst(data(cms).last())),
            of(
                "NULL beside the digest's name",
                CmsFault.NOT_AS_WRITTEN,
                cms -> signer(cms).part(2).parts.add(NULL)),
            of(
                "NULL beside the digest's name, in both places",
                CmsFault.NOT_AS_WRITTEN,
                cms -> {
                  signer(cms).part(2).parts.add(NULL);
                  data(cms).part(1).part(0).parts.add(NULL);
                }),
            of(
                "NULL beside the signature algorithm",
                CmsFault.NOT_AS_WRITTEN,
                cms -> signer(cms).part(4).parts.add(NULL)),
            of(
                "signed attributes in another order",
                CmsFault.NOT_AS_WRITTEN,
                cms -> Collections.reverse(signer(cms).part(3).parts)),
            of(
                "an attribute that nobody signed",
                CmsFault.UNSIGNED_ATTRIBUTES_ADDED,
                cms -> unsigned(cms).parts.add(attribute("060B2A864886F70D010910020B", text()))),
            of(
                "a second time stamp that is none",
                CmsFault.TIME_STAMP_INVALID,
                cms -> unsigned(cms).parts.add(stamp(text())))));
    return all;
  }

  /** What can be done to one without a time stamp. */
  public static List<CmsAlteration> ofUnstamped() {
    return List.of(
        of(
            "an empty set of unsigned attributes",
            CmsFault.NOT_AS_WRITTEN,
            cms -> signer(cms).parts.add(Tlv.constructed(TAG_1))),
        of(
            "a time stamp without a value",
            CmsFault.TIME_STAMP_INVALID,
            cms -> unsigned(cms).parts.add(stamp())));
  }

  /** What can be done to the time stamp of one, or to the token in it. */
  public static List<CmsAlteration> ofStamped() {
    List<CmsAlteration> all = new ArrayList<>();
    for (CmsAlteration each : ofSignedData()) {
      all.add(
          of(
              "in the time stamp: " + each.name(),
              each.fault(),
              cms -> each.change().accept(token(cms))));
    }
    all.addAll(
        List.of(
            of(
                "time stamp replaced by a text",
                CmsFault.TIME_STAMP_INVALID,
                cms -> unsigned(cms).parts.set(0, stamp(text()))),
            of(
                "time stamp replaced by the signature itself",
                CmsFault.TIME_STAMP_INVALID,
                cms -> unsigned(cms).parts.set(0, stamp(bare(cms)))),
            of("time stamp twice", CmsFault.TIME_STAMP_INVALID, cms -> repeatFirst(unsigned(cms))),
            of(
                "time stamp twice in its attribute",
                CmsFault.TIME_STAMP_INVALID,
                cms -> repeatFirst(unsigned(cms).part(0).part(1))),
            of(
                "a bit of the time stamp's signature",
                CmsFault.TIME_STAMP_INVALID,
                cms -> signer(token(cms)).part(5).content[40] ^= 1),
            of(
                "the stamped time's octets as a text",
                CmsFault.TIME_STAMP_INVALID,
                cms -> data(token(cms)).part(2).part(1).part(0).tag = 0x0C),
            of(
                "a bit of the time",
                CmsFault.TIME_STAMP_INVALID,
                cms -> data(token(cms)).part(2).part(1).part(0).content[80] ^= 1),
            of(
                "in the time stamp: an attribute that nobody signed",
                CmsFault.UNSIGNED_ATTRIBUTES_ADDED,
                cms -> unsigned(token(cms)).parts.add(stamp(text()))),
            of(
                "something behind the time stamp's values",
                CmsFault.NOT_AS_WRITTEN,
                cms -> unsigned(cms).part(0).parts.add(NULL))));
    return all;
  }

  /** Leaves a sound signature in a place that is too large for it. */
  public static CmsAlteration stampRemoved() {
    return of(
        "time stamp removed",
        CmsFault.TIME_STAMP_REMOVED,
        cms -> signer(cms).parts.remove(signer(cms).last()));
  }

  private static List<CmsAlteration> ofSignedData() {
    return List.of(
        of(
            "the signer's certificate twice",
            CmsFault.CERTIFICATES_ADDED,
            cms -> certificates(cms).add(0, certificates(cms).get(0))),
        of(
            "a certificate of another added",
            CmsFault.CERTIFICATES_ADDED,
            cms -> certificates(cms).add(Tlv.parse(sample("receipts.cer.pem")))),
        of(
            "certificates in another order",
            CmsFault.NOT_AS_WRITTEN,
            cms -> Collections.reverse(certificates(cms))),
        of(
            "a certificate of another kind added",
            CmsFault.NOT_AS_WRITTEN,
            cms -> certificates(cms).add(Tlv.constructed(0xA3, oid("06022A03"), text()))),
        of(
            "an empty set of revocation lists",
            CmsFault.REVOCATION_DATA_ADDED,
            cms -> data(cms).parts.add(4, Tlv.constructed(TAG_1))),
        of(
            "the authority's revocation list added",
            CmsFault.REVOCATION_DATA_ADDED,
            cms ->
                data(cms)
                    .parts
                    .add(4, Tlv.constructed(TAG_1, Tlv.parse(sample("issuing-ca.crl.pem"))))),
        of(
            "a digest algorithm that nobody uses",
            CmsFault.NOT_AS_WRITTEN,
            cms ->
                data(cms)
                    .part(1)
                    .parts
                    .add(Tlv.constructed(SEQUENCE, oid("0609608648016503040203")))),
        of(
            "the signature in two pieces",
            CmsFault.NOT_AS_WRITTEN,
            cms -> signer(cms).parts.set(5, inPieces(signer(cms).part(5).content))));
  }

  private static List<CmsAlteration> ofEncoding() {
    return List.of(
        of(
            "the root added",
            CmsFault.CERTIFICATES_ADDED,
            cms -> certificates(cms).add(Tlv.parse(sample("root.cer.pem")))),
        of(
            "the time stamp authority's certificate added",
            CmsFault.CERTIFICATES_ADDED,
            cms -> certificates(cms).add(Tlv.parse(sample("time-stamp.cer.pem")))),
        of("of indefinite length", CmsFault.MALFORMED, cms -> cms.indefinite = true),
        of(
            "SignedData of indefinite length",
            CmsFault.NOT_AS_WRITTEN,
            cms -> data(cms).indefinite = true),
        of(
            "a certificate of indefinite length",
            CmsFault.NOT_AS_WRITTEN,
            cms -> certificates(cms).get(1).indefinite = true),
        of("a length of too many bytes", CmsFault.NOT_AS_WRITTEN, cms -> cms.idleLengthBytes = 1),
        of(
            "a length of too many bytes within",
            CmsFault.NOT_AS_WRITTEN,
            cms -> data(cms).part(0).idleLengthBytes = 1),
        of(
            "something behind the signer",
            CmsFault.NOT_AS_WRITTEN,
            cms -> data(cms).parts.add(data(cms).last().copy())));
  }

  private static CmsAlteration of(String name, CmsFault fault, Change change) {
    return new CmsAlteration(name, fault, change);
  }

  private static Tlv data(Tlv cms) {
    return cms.part(1).part(0);
  }

  private static List<Tlv> certificates(Tlv cms) {
    return data(cms).part(3).parts;
  }

  private static Tlv signer(Tlv cms) {
    return data(cms).last().part(0);
  }

  /** Made if there are none. */
  private static Tlv unsigned(Tlv cms) {
    Tlv signer = signer(cms);
    if (signer.last().tag != TAG_1) {
      signer.parts.add(Tlv.constructed(TAG_1));
    }
    return signer.last();
  }

  private static Tlv token(Tlv cms) {
    return unsigned(cms).part(0).part(1).part(0);
  }

  private static Tlv bare(Tlv cms) {
    Tlv copy = cms.copy();
    stampRemoved().change().accept(copy);
    return copy;
  }

  private static Tlv stamp(Tlv... values) {
    return attribute("060B2A864886F70D010910020E", values);
  }

  private static Tlv attribute(String type, Tlv... values) {
    return Tlv.constructed(SEQUENCE, oid(type), Tlv.constructed(SET, values));
  }

  private static Tlv oid(String encoded) {
    return Tlv.parse(HexFormat.of().parseHex(encoded));
  }

  private static Tlv text() {
    return Tlv.primitive(0x0C, (byte) 'x');
  }

  private static Tlv inPieces(byte[] content) {
    Tlv pieces = Tlv.constructed(0x24);
    pieces.parts.add(Tlv.primitive(0x04, Arrays.copyOf(content, 9)));
    pieces.parts.add(Tlv.primitive(0x04, Arrays.copyOfRange(content, 9, content.length)));
    return pieces;
  }

  private static void repeatFirst(Tlv set) {
    set.parts.add(set.part(0));
  }

  /** DER of what stands in a file of {@code keys-sample}. */
  private static byte[] sample(String file) {
    try (var in = Files.newInputStream(Path.of("keys-sample", file))) {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return file.endsWith(".crl.pem")
          ? ((X509CRL) factory.generateCRL(in)).getEncoded()
          : factory.generateCertificate(in).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
