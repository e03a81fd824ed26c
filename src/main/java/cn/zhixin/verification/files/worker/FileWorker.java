package cn.zhixin.verification.files.worker;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.signing.MalformedCertificate;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * The worker's process: reads its orders, says that it is ready, then answers one file after
 * another until its input ends. A file is its size as a number of four bytes and its bytes.
 */
public final class FileWorker {
  static final int READY = 0x5a;

  private FileWorker() {}

  public static void main(String[] none) throws IOException, MalformedCertificate, MalformedNote {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // whatever a library prints must not stand between two answers
    System.setOut(System.err);
    OrphanWatch.start();
    ImageIO.setUseCache(false);
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    WorkerOrders orders = WorkerOrders.read(in);
    FileExamination examination = orders.examination();
    WarmUp.run(examination);
    out.writeByte(READY);
    out.flush();
    while (true) {
      int size = next(in);
      if (size < 0) {
        return;
      }
      if (size > orders.maximumSize()) {
        throw new IOException("a file of " + size + " bytes");
      }
      EvidenceFrame.write(out, examination.examine(Bytes.wrap(in.readNBytes(size))));
      out.flush();
    }
  }

  private static int next(DataInputStream in) throws IOException {
    try {
      return in.readInt();
    } catch (EOFException theServiceEnded) {
      return -1;
    }
  }
}
