package cn.zhixin.verification.offline;

import cn.zhixin.document.reading.RefusedPdf;
import cn.zhixin.verification.Wording;

/** Ends a verification at the step that did not pass. */
final class NotPassed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient OfflineFinding finding;

  NotPassed(OfflineFinding finding) {
    super(finding.toString());
    this.finding = finding;
  }

  static NotPassed notGenuine(OfflineFault fault) {
    return new NotPassed(new OfflineFinding.NotGenuine(fault.reason()));
  }

  static NotPassed notGenuine(RefusedPdf refused) {
    Wording sentence = new Wording(refused.reason().chinese(), refused.reason().english());
    return new NotPassed(
        new OfflineFinding.NotGenuine(new Reason(refused.reason().code(), sentence)));
  }

  static NotPassed cannotTell(OfflineFault fault) {
    return new NotPassed(new OfflineFinding.CannotTell(fault.reason()));
  }

  OfflineFinding finding() {
    return finding;
  }
}
