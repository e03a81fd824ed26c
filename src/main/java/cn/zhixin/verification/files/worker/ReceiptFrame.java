package cn.zhixin.verification.files.worker;

import cn.zhixin.document.reading.ReceiptPdfReader;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.receipts.ReceiptJson;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** What a worker says of a receipt, on its way to the service. */
final class ReceiptFrame {
  private ReceiptFrame() {}

  static void write(DataOutputStream out, CarriedReceipt receipt) throws IOException {
    out.writeBoolean(receipt instanceof CarriedReceipt.Genuine);
    if (receipt instanceof CarriedReceipt.Genuine genuine) {
      Bytes content = ReceiptJson.write(genuine.receipt());
      out.writeInt(content.size());
      out.write(content.unsafeArray());
      out.writeUTF(genuine.key());
      out.writeBoolean(genuine.signedAt().isPresent());
      out.writeLong(genuine.signedAt().map(Instant::toEpochMilli).orElse(0L));
    } else if (receipt instanceof CarriedReceipt.Refused refused) {
      out.writeBoolean(refused.unknownSigner());
      StrictFrame.writeReason(out, refused.reason());
    }
  }

  /**
   * @throws IllegalArgumentException if the content is no receipt's
   */
  static CarriedReceipt read(DataInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return new CarriedReceipt.Refused(in.readBoolean(), StrictFrame.readReason(in));
    }
    int size = in.readInt();
    EvidenceFrame.require(size >= 0 && size <= ReceiptPdfReader.MAXIMUM_BYTES, "a bounded receipt");
    byte[] content = in.readNBytes(size);
    EvidenceFrame.require(content.length == size, "a whole receipt");
    String key = in.readUTF();
    boolean stamped = in.readBoolean();
    Instant time = Instant.ofEpochMilli(in.readLong());
    return new CarriedReceipt.Genuine(
        ReceiptJson.read(Bytes.wrap(content)), key, stamped ? Optional.of(time) : Optional.empty());
  }
}
