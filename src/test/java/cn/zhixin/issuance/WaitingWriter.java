package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.ledger.Ledger;
import java.time.Clock;

/** The office's way to change a state, for tests of other rooms. */
public final class WaitingWriter {
  private WaitingWriter() {}

  public static StateChanges on(Certificates certificates, Ledger ledger, FreshnessTimes times) {
    return new StateChanges(certificates, ledger, times, Clock.systemUTC());
  }

  /** What the office waits after a change that it made in another way, such as a correction. */
  public static void settle(StateChanges changes) throws InterruptedException {
    var unused = changes.settle();
  }
}
