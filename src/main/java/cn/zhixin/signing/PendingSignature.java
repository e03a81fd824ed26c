package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.util.concurrent.Future;

/** A CMS whose time stamp has been asked for. For one thread. */
public final class PendingSignature {
  private final byte[] cms;
  private final TimeStampQueue queue;
  private final Future<Bytes> request;

  private PendingSignature(byte[] cms, byte[] signature, TimeStampQueue queue) {
    this.cms = cms;
    this.queue = queue;
    this.request = queue.request(Bytes.wrap(signature));
  }

  /**
   * @param padded the CMS; zeros may follow
   */
  static PendingSignature of(byte[] padded, TimeStampQueue queue) {
    byte[] cms =
        PaddedDer.trim(Bytes.wrap(padded))
            .orElseThrow(() -> new IllegalArgumentException("no CMS of ours"));
    return new PendingSignature(cms, TimeStampAttribute.stamped(cms), queue);
  }

  /** Whether {@link #await} would return, or throw, at once. */
  public boolean isDone() {
    return request.isDone();
  }

  /**
   * DER of the CMS with its stamp.
   *
   * @throws UnstampedSignature if no time stamp can be had
   */
  public byte[] await() {
    return TimeStampAttribute.add(cms, queue.await(request));
  }

  /** The stamp is not wanted any more. */
  public void cancel() {
    request.cancel(true);
  }
}
