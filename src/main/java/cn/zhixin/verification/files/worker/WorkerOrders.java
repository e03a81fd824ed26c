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
import cn.zhixin.verification.receipts.ReceiptCheck;
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
 * @param receipts DER of those whose receipts it recognises
 * @param ledgers C2SP vkeys of the public ledger; none: its signature is not checked
 * @param maximumSize of a file, in bytes
 */
public record WorkerOrders(
    List<Bytes> anchors,
    List<Bytes> receipts,
    List<String> ledgers,
    CopyBounds copies,
    int maximumSize) {
  public WorkerOrders {
    anchors = List.copyOf(anchors);
    receipts = List.copyOf(receipts);
    ledgers = List.copyOf(ledgers);
  }

  /** Trusting these certificates and keys. */
  public static WorkerOrders of(
      List<X509Certificate> anchors,
      List<X509Certificate> receipts,
      List<String> ledgers,
      CopyBounds copies,
      int maximumSize) {
    return new WorkerOrders(encoded(anchors), encoded(receipts), ledgers, copies, maximumSize);
  }

  private static List<Bytes> encoded(List<X509Certificate> anchors) {
    List<Bytes> encoded = new ArrayList<>();
    for (X509Certificate anchor : anchors) {
      try {
        encoded.add(Bytes.wrap(anchor.getEncoded()));
      } catch (CertificateEncodingException e) {
        throw new IllegalArgumentException("a trusted certificate cannot be encoded", e);
      }
    }
    return encoded;
  }

  FileExamination examination() throws MalformedCertificate, MalformedNote {
    List<VerifierKey> keys = new ArrayList<>();
    for (String ledger : ledgers) {
      keys.add(VerifierKey.parse(ledger));
    }
    return new FileExamination(
        new OfflineVerifier(decoded(anchors), trusted(keys), InstantSource.system()),
        new CopyReader(copies),
        new ReceiptCheck(decoded(receipts), InstantSource.system()));
  }

  private static TrustAnchors decoded(List<Bytes> anchors) throws MalformedCertificate {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Bytes anchor : anchors) {
      certificates.addAll(CertificateFiles.read(anchor.unsafeArray(), "trusted certificate"));
    }
    return TrustAnchors.of(certificates);
  }

  private static TrustedLedgers trusted(List<VerifierKey> keys) {
    return TrustedLedgers.of(keys, List.of(), 0);
  }

  void write(DataOutputStream out) throws IOException {
    write(out, anchors);
    write(out, receipts);
    out.writeInt(ledgers.size());
    for (String ledger : ledgers) {
      out.writeUTF(ledger);
    }
    out.writeInt(copies.pages());
    out.writeInt(copies.pixels());
    out.writeInt(maximumSize);
    out.flush();
  }

  private static void write(DataOutputStream out, List<Bytes> anchors) throws IOException {
    out.writeInt(anchors.size());
    for (Bytes anchor : anchors) {
      out.writeInt(anchor.size());
      out.write(anchor.unsafeArray());
    }
  }

  private static List<Bytes> readAnchors(DataInputStream in) throws IOException {
    List<Bytes> anchors = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      anchors.add(Bytes.wrap(in.readNBytes(in.readInt())));
    }
    return anchors;
  }

  static WorkerOrders read(DataInputStream in) throws IOException {
    List<Bytes> anchors = readAnchors(in);
    List<Bytes> receipts = readAnchors(in);
    List<String> ledgers = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      ledgers.add(in.readUTF());
    }
    CopyBounds copies = new CopyBounds(in.readInt(), in.readInt());
    return new WorkerOrders(anchors, receipts, ledgers, copies, in.readInt());
  }
}
