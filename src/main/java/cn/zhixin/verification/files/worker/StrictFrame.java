package cn.zhixin.verification.files.worker;

import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.signing.SignatureLevel;
import cn.zhixin.verification.Wording;
import cn.zhixin.verification.offline.LedgerEntry;
import cn.zhixin.verification.offline.Reason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The strict verification's finding on its way to the service. */
final class StrictFrame {
  private static final int MOST_COSIGNERS = 100;

  private StrictFrame() {}

  static void write(DataOutputStream out, StrictFinding finding) throws IOException {
    if (finding instanceof StrictFinding.Proven proven) {
      out.writeUTF("proven");
      out.writeUTF(proven.key());
      writeTime(out, proven.keyEnds());
      out.writeUTF(proven.level().name());
      writeTime(out, proven.signedAt());
      writeEntry(out, proven.ledger());
    } else if (finding instanceof StrictFinding.Disproved disproved) {
      out.writeUTF("disproved");
      writeReason(out, disproved.reason());
    } else if (finding instanceof StrictFinding.Untold untold) {
      out.writeUTF("untold");
      writeReason(out, untold.reason());
    } else {
      out.writeUTF("none");
    }
  }

  static StrictFinding read(DataInputStream in) throws IOException {
    String kind = in.readUTF();
    return switch (kind) {
      case "proven" ->
          new StrictFinding.Proven(
              in.readUTF(),
              readTime(in),
              SignatureLevel.valueOf(in.readUTF()),
              readTime(in),
              readEntry(in));
      case "disproved" -> new StrictFinding.Disproved(readReason(in));
      case "untold" -> new StrictFinding.Untold(readReason(in));
      case "none" -> new StrictFinding.NotADocument();
      default -> throw new IOException("expected a finding from the worker");
    };
  }

  private static void writeEntry(DataOutputStream out, LedgerEntry entry) throws IOException {
    if (entry instanceof LedgerEntry.Signed signed) {
      out.writeUTF("signed");
      writePlace(out, signed.place(), signed.ledger());
      out.writeInt(signed.cosigners().size());
      for (String cosigner : signed.cosigners()) {
        out.writeUTF(cosigner);
      }
    } else if (entry instanceof LedgerEntry.Unchecked unchecked) {
      out.writeUTF("unchecked");
      writePlace(out, unchecked.place(), unchecked.ledger());
    } else {
      out.writeUTF("none");
    }
  }

  private static LedgerEntry readEntry(DataInputStream in) throws IOException {
    String kind = in.readUTF();
    if (kind.equals("none")) {
      return new LedgerEntry.NotCarried();
    }
    LedgerPlace place = new LedgerPlace(in.readLong(), readTime(in));
    String ledger = in.readUTF();
    if (!kind.equals("signed")) {
      return new LedgerEntry.Unchecked(place, ledger);
    }
    int count = in.readInt();
    EvidenceFrame.require(count >= 0 && count <= MOST_COSIGNERS, "few cosigners");
    List<String> cosigners = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cosigners.add(in.readUTF());
    }
    return new LedgerEntry.Signed(place, ledger, cosigners);
  }

  private static void writePlace(DataOutputStream out, LedgerPlace place, String ledger)
      throws IOException {
    out.writeLong(place.index());
    writeTime(out, place.at());
    out.writeUTF(ledger);
  }

  static void writeReason(DataOutputStream out, Reason reason) throws IOException {
    out.writeUTF(reason.code());
    out.writeUTF(reason.sentence().chinese());
    out.writeUTF(reason.sentence().english());
  }

  static Reason readReason(DataInputStream in) throws IOException {
    return new Reason(in.readUTF(), new Wording(in.readUTF(), in.readUTF()));
  }

  private static void writeTime(DataOutputStream out, Instant time) throws IOException {
    out.writeLong(time.toEpochMilli());
  }

  private static Instant readTime(DataInputStream in) throws IOException {
    return Instant.ofEpochMilli(in.readLong());
  }
}
