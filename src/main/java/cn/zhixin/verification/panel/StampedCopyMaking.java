package cn.zhixin.verification.panel;

import cn.zhixin.encoding.Bytes;

/** What came of making a stamped copy. */
public sealed interface StampedCopyMaking {
  record Made(Bytes pdf) implements StampedCopyMaking {}

  /** The share is not open, or this node cannot read its code. */
  record NoShare() implements StampedCopyMaking {}

  /** The certificate is not valid, or that cannot be confirmed: there is nothing to lend. */
  record NotValid() implements StampedCopyMaking {}

  /** The certificate's file is not within this node's reach. */
  record NoFile() implements StampedCopyMaking {}

  /** This node has no key to sign copies with. */
  record NoKey() implements StampedCopyMaking {}

  /**
   * A character of purpose or recipient is in no font.
   *
   * @param codePoint the first of them
   */
  record NoGlyph(int codePoint) implements StampedCopyMaking {}
}
