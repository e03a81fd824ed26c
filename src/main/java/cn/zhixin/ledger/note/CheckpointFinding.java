package cn.zhixin.ledger.note;

import java.util.List;

/** Whether a checkpoint may be believed. */
public sealed interface CheckpointFinding {
  /**
   * By those whom the policy trusts.
   *
   * @param cosigners names of the trusted witnesses that signed
   */
  record Trusted(Checkpoint checkpoint, List<String> cosigners) implements CheckpointFinding {
    public Trusted {
      cosigners = List.copyOf(cosigners);
    }
  }

  record NotTrusted(CheckpointFault fault) implements CheckpointFinding {}
}
