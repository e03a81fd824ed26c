package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.note.CheckpointFault;
import java.nio.charset.StandardCharsets;

/**
 * That something is wrong with a ledger.
 *
 * @param code stable: the name of a {@link LedgerFault} or {@link CheckpointFault}
 * @param where the tile, hash, entry or sizes it was seen at; in no language, empty if nowhere
 * @param served the checkpoint as it was served, whatever it is
 */
public record Alarm(String code, String chinese, String english, String where, Bytes served)
    implements NotConfirmed {
  static Alarm of(CheckpointFault fault, Bytes served) {
    return new Alarm(fault.name(), fault.chinese(), fault.english(), "", served);
  }

  /** Whether it was raised for that. */
  public boolean is(CheckpointFault fault) {
    return code.equals(fault.name());
  }

  /** The name that the served checkpoint gives its ledger, its first line; anybody's claim. */
  public String origin() {
    String text = new String(served.unsafeArray(), StandardCharsets.UTF_8);
    return text.lines().findFirst().orElse("");
  }

  static Alarm of(LedgerFault fault, String where, Bytes served) {
    return new Alarm(fault.name(), fault.chinese(), fault.english(), where, served);
  }
}
