package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;

/** What became of verifying a {@link JsonSignature}. */
public sealed interface JsonOutcome {
  /** Unaltered, and the signer trusted. */
  record Passed(Bytes payload, VerificationKey key) implements JsonOutcome {}

  /** Not what a signer signed. */
  record Failed(JsonFault fault) implements JsonOutcome {}

  /** Neither can be said. */
  record CannotTell(CmsGap gap) implements JsonOutcome {}
}
