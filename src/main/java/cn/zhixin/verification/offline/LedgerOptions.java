package cn.zhixin.verification.offline;

import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.TypedKey;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.verification.Sentences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ledgers and witnesses are trusted, as they are typed. */
final class LedgerOptions {
  @Option(
      names = "--ledger",
      paramLabel = "VKEY|FILE",
      description = "所信任的公开账本的公钥，可写多次 / verifier key of a trusted public ledger, may be repeated")
  private List<String> ledgers = List.of();

  @Option(
      names = "--witness",
      paramLabel = "VKEY|FILE",
      description = "所信任的见证人的公钥，可写多次 / verifier key of a witness of the ledger, may be repeated")
  private List<String> witnesses = List.of();

  @Option(
      names = "--quorum",
      paramLabel = "N",
      description = "至少须有几名见证人签名，默认全部 / how many witnesses must have signed; default: all")
  private @Nullable Integer quorum;

  /** What the options say; none without {@code --ledger}. */
  TrustedLedgers read(Sentences sentences) throws BadOption {
    if (ledgers.isEmpty() && !(witnesses.isEmpty() && quorum == null)) {
      throw new BadOption(sentences.text("offline.ledger.needed"));
    }
    List<VerifierKey> cosigners = keys(witnesses, sentences);
    try {
      List<VerifierKey> trusted = keys(ledgers, sentences);
      return quorum == null
          ? TrustedLedgers.of(trusted, cosigners)
          : TrustedLedgers.of(trusted, cosigners, quorum);
    } catch (IllegalArgumentException e) {
      throw new BadOption(sentences.text("offline.bad-witnesses", String.valueOf(e.getMessage())));
    }
  }

  private static List<VerifierKey> keys(List<String> arguments, Sentences sentences)
      throws BadOption {
    List<VerifierKey> keys = new ArrayList<>();
    for (String argument : arguments) {
      try {
        keys.add(TypedKey.read(argument));
      } catch (MalformedNote | IOException e) {
        throw new BadOption(
            sentences.text("offline.bad-vkey", argument, String.valueOf(e.getMessage())));
      }
    }
    return keys;
  }
}
