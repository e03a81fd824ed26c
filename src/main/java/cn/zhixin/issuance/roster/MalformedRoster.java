package cn.zhixin.issuance.roster;

import cn.zhixin.catalogue.Bilingual;
import cn.zhixin.sheet.MalformedSheet;

/** A file cannot be read as a roster at all; the sentence says why and holds no personal data. */
public final class MalformedRoster extends Exception {
  private static final long serialVersionUID = 1L;

  private final RosterFault fault;
  private final transient Bilingual sentence;

  MalformedRoster(RosterFault fault, Object... found) {
    this(fault, fault.sentence().with(found));
  }

  /** Of a file that is no sheet; each of those faults has a namesake here. */
  static MalformedRoster of(MalformedSheet cause) {
    MalformedRoster malformed =
        new MalformedRoster(RosterFault.valueOf(cause.fault().name()), cause.found().toArray());
    malformed.initCause(cause);
    return malformed;
  }

  private MalformedRoster(RosterFault fault, Bilingual sentence) {
    super(fault.code() + ": " + sentence.english() + ". " + fault.remedy().english());
    this.fault = fault;
    this.sentence = sentence;
  }

  public RosterFault fault() {
    return fault;
  }

  /** What is wrong. */
  public Bilingual sentence() {
    return sentence;
  }

  /** What to do about it. */
  public Bilingual remedy() {
    return fault.remedy();
  }
}
