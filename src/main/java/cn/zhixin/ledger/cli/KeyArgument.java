package cn.zhixin.ledger.cli;

import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.TypedKey;
import cn.zhixin.ledger.note.VerifierKey;
import java.io.IOException;

/** A verifier key as it is typed, or the sentence that says why it is none. */
final class KeyArgument {
  private KeyArgument() {}

  static VerifierKey read(String argument, LedgerTexts texts) throws CannotStart {
    try {
      return TypedKey.read(argument);
    } catch (MalformedNote | IOException e) {
      throw new CannotStart(texts.say("bad-key", argument, String.valueOf(e.getMessage())));
    }
  }
}
