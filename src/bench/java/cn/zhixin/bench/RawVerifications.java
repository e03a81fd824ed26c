package cn.zhixin.bench;

import cn.zhixin.document.reading.CertificatePdf;
import cn.zhixin.document.reading.CertificatePdfReader;
import cn.zhixin.document.reading.Reading;
import cn.zhixin.document.reading.RefusedPdf;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.CborWriter;
import cn.zhixin.encoding.Digest;
import cn.zhixin.signing.CoseSign1;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * What no verification of a certificate's file can save: the SHA-256 of its signed bytes and its
 * two ECDSA signatures, with everything found and decoded beforehand and in memory. By the same
 * provider as the program's own verification.
 */
final class RawVerifications {
  /** As many as are held in memory; they are gone through again and again. */
  private static final int HELD = 500;

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  /** One certificate, taken apart. */
  private record Prepared(
      byte[] file,
      int gapStart,
      int gapEnd,
      byte[] attributes,
      byte[] signature,
      byte[] credential,
      byte[] credentialSignature) {}

  private final List<Prepared> prepared = new ArrayList<>();
  private final PublicKey key;

  /**
   * @param files certificates of one signer
   */
  RawVerifications(List<Path> files) throws Exception {
    CertificatePdfReader reader = new CertificatePdfReader();
    PublicKey found = null;
    for (Path path : files.subList(0, Math.min(files.size(), HELD))) {
      byte[] file = Files.readAllBytes(path);
      Reading reading = reader.read(Bytes.wrap(file));
      if (reading instanceof RefusedPdf refused) {
        throw new IllegalStateException(path + ": " + refused);
      }
      CertificatePdf pdf = (CertificatePdf) reading;
      CMSSignedData cms = new CMSSignedData(pdf.cms().toArray());
      SignerInformation signer = cms.getSignerInfos().iterator().next();
      if (found == null) {
        found = keyOf(cms, signer);
      }
      CoseSign1 credential = CoseSign1.parse(pdf.credential());
      int gapStart = gapStart(file);
      prepared.add(
          new Prepared(
              file,
              gapStart,
              gapEnd(file, gapStart),
              signer.getEncodedSignedAttributes(),
              signer.getSignature(),
              toBeSigned(credential),
              credential.signature().toArray()));
    }
    if (found == null) {
      throw new IllegalArgumentException("no certificates");
    }
    this.key = found;
  }

  private static PublicKey keyOf(CMSSignedData cms, SignerInformation signer) throws Exception {
    for (var holder : cms.getCertificates().getMatches(null)) {
      if (signer.getSID().match(holder)) {
        SubjectPublicKeyInfo info = holder.getSubjectPublicKeyInfo();
        return BouncyCastleProvider.getPublicKey(info);
      }
    }
    throw new IllegalStateException("a signature without its signer");
  }

  private static int gapStart(byte[] file) {
    byte[] contents = "/Contents<".getBytes(StandardCharsets.US_ASCII);
    int at = file.length - contents.length;
    while (!Arrays.equals(file, at, at + contents.length, contents, 0, contents.length)) {
      at--;
    }
    return at + contents.length - 1;
  }

  private static int gapEnd(byte[] file, int gapStart) {
    int at = gapStart;
    while (file[at] != '>') {
      at++;
    }
    return at + 1;
  }

  /** The Sig_structure of RFC 9052 §4.4. */
  private static byte[] toBeSigned(CoseSign1 credential) {
    Bytes header =
        new CborWriter(16)
            .map(2)
            .integer(1)
            .integer(-7)
            .integer(4)
            .bytes(credential.keyId().value())
            .toBytes();
    CborWriter writer = new CborWriter(256).array(4).text("Signature1").bytes(header);
    return writer.bytes(Bytes.wrap(new byte[0])).bytes(credential.payload()).toArray();
  }

  /** Verifies so many certificates with so many threads. */
  void run(int count, int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        running.add(pool.submit(part(thread, count, threads)));
      }
      for (Future<Void> each : running) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private Callable<Void> part(int first, int count, int step) {
    return () -> {
      MessageDigest digest = Digest.newSha256();
      Signature document = Signature.getInstance("SHA256withECDSA", PROVIDER);
      document.initVerify(key);
      Signature credential = Signature.getInstance("SHA256withPLAIN-ECDSA", PROVIDER);
      credential.initVerify(key);
      int digests = 0;
      for (int i = first; i < count; i += step) {
        Prepared each = prepared.get(i % prepared.size());
        digest.update(each.file, 0, each.gapStart);
        digest.update(each.file, each.gapEnd, each.file.length - each.gapEnd);
        digests += digest.digest()[0];
        document.update(each.attributes);
        credential.update(each.credential);
        if (!document.verify(each.signature) || !credential.verify(each.credentialSignature)) {
          throw new IllegalStateException("a signature is wrong after " + digests);
        }
      }
      return null;
    };
  }
}
