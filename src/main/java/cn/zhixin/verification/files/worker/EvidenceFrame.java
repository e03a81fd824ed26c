package cn.zhixin.verification.files.worker;

import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.certificate.CredentialCodec;
import cn.zhixin.certificate.MalformedCredential;
import cn.zhixin.encoding.Bytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A worker's answer on its way to the service, which believes nothing of its form: lengths are
 * bounded, since a file may have taken the worker over.
 */
final class EvidenceFrame {
  private static final int MOST_TEXT = 200_000;
  private static final int MOST_CREDENTIALS = 16;

  private static final byte UNREADABLE = 0;
  private static final byte EVIDENCE = 1;
  private static final byte RECEIPT = 2;

  private EvidenceFrame() {}

  static void write(DataOutputStream out, WorkerAnswer answer) throws IOException {
    if (answer instanceof UnreadableFile unreadable) {
      out.writeByte(UNREADABLE);
      out.writeUTF(unreadable.fault().name());
      return;
    }
    if (answer instanceof CarriedReceipt receipt) {
      out.writeByte(RECEIPT);
      ReceiptFrame.write(out, receipt);
      return;
    }
    FileEvidence evidence = (FileEvidence) answer;
    out.writeByte(EVIDENCE);
    out.writeBoolean(evidence.picture());
    out.writeBoolean(evidence.asIssued());
    StrictFrame.write(out, evidence.strict());
    out.writeByte(evidence.credentials().size());
    for (CarriedCredential credential : evidence.credentials()) {
      writeText(out, credential.text());
      writeText(out, credential.digits());
      Optional<CredentialClaims> signed = credential.signed();
      writeBytes(out, signed.map(CredentialCodec::encode).orElse(Bytes.wrap(new byte[0])));
    }
    writeText(out, evidence.text());
  }

  static WorkerAnswer read(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    try {
      if (kind == UNREADABLE) {
        return new UnreadableFile(FileFault.valueOf(in.readUTF()));
      }
      if (kind == RECEIPT) {
        return ReceiptFrame.read(in);
      }
      require(kind == EVIDENCE, "an answer");
      boolean picture = in.readBoolean();
      boolean asIssued = in.readBoolean();
      StrictFinding strict = StrictFrame.read(in);
      int count = in.readByte();
      require(count >= 0 && count <= MOST_CREDENTIALS, "few credentials");
      List<CarriedCredential> credentials = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        credentials.add(new CarriedCredential(readText(in), readText(in), claims(readBytes(in))));
      }
      return new FileEvidence(picture, asIssued, strict, credentials, readText(in));
    } catch (IllegalArgumentException | MalformedCredential e) {
      throw new IOException("the worker's answer is malformed", e);
    }
  }

  private static Optional<CredentialClaims> claims(Bytes encoded) throws MalformedCredential {
    return encoded.size() == 0 ? Optional.empty() : Optional.of(CredentialCodec.decode(encoded));
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    writeBytes(out, Bytes.ofUtf8(text));
  }

  private static void writeBytes(DataOutputStream out, Bytes bytes) throws IOException {
    out.writeInt(bytes.size());
    out.write(bytes.unsafeArray());
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in).unsafeArray(), StandardCharsets.UTF_8);
  }

  private static Bytes readBytes(DataInputStream in) throws IOException {
    int size = in.readInt();
    require(size >= 0 && size <= MOST_TEXT, "a bounded text");
    byte[] bytes = in.readNBytes(size);
    require(bytes.length == size, "a whole text");
    return Bytes.wrap(bytes);
  }

  static void require(boolean held, String expected) throws IOException {
    if (!held) {
      throw new IOException("expected " + expected + " from the worker");
    }
  }
}
