package cn.zhixin.verification.files.worker;

import cn.zhixin.document.reading.CopyBounds;
import cn.zhixin.document.reading.CopyReader;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.signing.CertificateFiles;
import cn.zhixin.signing.MalformedCertificate;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.offline.OfflineVerifier;
import cn.zhixin.verification.offline.TrustedLedgers;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker is told when it starts: public keys and bounds, no secret.
 *
 * @param anchors DER of the certificates that it trusts
 * @param ledgers C2SP vkeys of the public ledger; none: its signature is not checked
 * @param maximumSize of a file, in bytes
 */
public record WorkerOrders(
    List<Bytes> anchors, List<String> ledgers, CopyBounds copies, int maximumSize) {
  public WorkerOrders {
    anchors = List.copyOf(anchors);
    ledgers = List.copyOf(ledgers);
  }

  /** Trusting these certificates and keys. */
  public static WorkerOrders of(
      List<X509Certificate> anchors, List<String> ledgers, CopyBounds copies, int maximumSize) {
    List<Bytes> encoded = new ArrayList<>();
    for (X509Certificate anchor : anchors) {
      try {
        encoded.add(Bytes.wrap(anchor.getEncoded()));
      } catch (CertificateEncodingException e) {
        throw new IllegalArgumentException("a trusted certificate cannot be encoded", e);
      }
    }
    return new WorkerOrders(encoded, ledgers, copies, maximumSize);
  }

  FileExamination examination() throws MalformedCertificate, MalformedNote {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Bytes anchor : anchors) {
      certificates.addAll(CertificateFiles.read(anchor.unsafeArray(), "trusted certificate"));
    }
    List<VerifierKey> keys = new ArrayList<>();
    for (String ledger : ledgers) {
      keys.add(VerifierKey.parse(ledger));
    }
    return new FileExamination(
        new OfflineVerifier(TrustAnchors.of(certificates), trusted(keys), InstantSource.system()),
        new CopyReader(copies));
  }

  private static TrustedLedgers trusted(List<VerifierKey> keys) {
    return TrustedLedgers.of(keys, List.of(), 0);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(anchors.size());
    for (Bytes anchor : anchors) {
      out.writeInt(anchor.size());
      out.write(anchor.unsafeArray());
    }
    out.writeInt(ledgers.size());
    for (String ledger : ledgers) {
      out.writeUTF(ledger);
    }
    out.writeInt(copies.pages());
    out.writeInt(copies.pixels());
    out.writeInt(maximumSize);
    out.flush();
  }

  static WorkerOrders read(DataInputStream in) throws IOException {
    List<Bytes> anchors = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      anchors.add(Bytes.wrap(in.readNBytes(in.readInt())));
    }
    List<String> ledgers = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      ledgers.add(in.readUTF());
    }
    CopyBounds copies = new CopyBounds(in.readInt(), in.readInt());
    return new WorkerOrders(anchors, ledgers, copies, in.readInt());
  }
}
