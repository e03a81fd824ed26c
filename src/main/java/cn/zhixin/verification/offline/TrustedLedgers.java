package cn.zhixin.verification.offline;

import cn.zhixin.ledger.note.CheckpointFault;
import cn.zhixin.ledger.note.CheckpointFinding;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.verification.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The public ledgers whose signature counts, and the witnesses that must have signed with them.
 *
 * @param policies one for each key of a ledger; none: no signature of a checkpoint is checked
 */
public record TrustedLedgers(List<CheckpointPolicy> policies) {
  public TrustedLedgers {
    policies = List.copyOf(policies);
  }

  public static TrustedLedgers none() {
    return new TrustedLedgers(List.of());
  }

  /**
   * @param witnesses and further keys of the ledgers ({@link CheckpointPolicy})
   * @param quorum how many of the witnesses must have signed
   * @throws IllegalArgumentException if there are fewer, or two of one name
   */
  public static TrustedLedgers of(
      List<VerifierKey> ledgers, List<VerifierKey> witnesses, int quorum) {
    return new TrustedLedgers(
        ledgers.stream()
            .map(key -> new CheckpointPolicy(key, forOne(key, ledgers, witnesses), quorum))
            .toList());
  }

  /** All of the witnesses must have signed. */
  static TrustedLedgers of(List<VerifierKey> ledgers, List<VerifierKey> witnesses) {
    return new TrustedLedgers(
        ledgers.stream()
            .map(key -> CheckpointPolicy.of(key, forOne(key, ledgers, witnesses)))
            .toList());
  }

  /** Without the further keys of the other ledgers. */
  private static List<VerifierKey> forOne(
      VerifierKey ledger, List<VerifierKey> ledgers, List<VerifierKey> witnesses) {
    Set<String> names = ledgers.stream().map(VerifierKey::name).collect(Collectors.toSet());
    names.remove(ledger.name());
    return witnesses.stream().filter(key -> !names.contains(key.name())).toList();
  }

  boolean isEmpty() {
    return policies.isEmpty();
  }

  /** That of the ledger of this name. */
  CheckpointPolicy policy(String ledger) throws NotPassed {
    for (CheckpointPolicy policy : policies) {
      if (policy.log().name().equals(ledger)) {
        return policy;
      }
    }
    throw NotPassed.cannotTell(OfflineFault.UNKNOWN_LEDGER);
  }

  /**
   * Names of the trusted witnesses that signed a checkpoint of one of the ledgers. A signature that
   * names a trusted key and is wrong outweighs a right one.
   */
  List<String> cosigners(SignedNote checkpoint) throws NotPassed {
    List<CheckpointFinding.Trusted> trusted = new ArrayList<>();
    Set<CheckpointFault> faults = EnumSet.noneOf(CheckpointFault.class);
    for (CheckpointPolicy policy : policies) {
      CheckpointFinding finding = policy.check(checkpoint);
      if (finding instanceof CheckpointFinding.NotTrusted not) {
        faults.add(not.fault());
      } else {
        trusted.add((CheckpointFinding.Trusted) finding);
      }
    }
    for (CheckpointFault wrong :
        List.of(CheckpointFault.WRONG_LEDGER_SIGNATURE, CheckpointFault.WRONG_COSIGNATURE)) {
      if (faults.contains(wrong)) {
        throw new NotPassed(new OfflineFinding.NotGenuine(reason(wrong)));
      }
    }
    if (!trusted.isEmpty()) {
      return trusted.get(0).cosigners();
    }
    if (faults.contains(CheckpointFault.TOO_FEW_WITNESSES)) {
      throw new NotPassed(new OfflineFinding.CannotTell(reason(CheckpointFault.TOO_FEW_WITNESSES)));
    }
    throw NotPassed.cannotTell(OfflineFault.UNKNOWN_LEDGER);
  }

  private static Reason reason(CheckpointFault fault) {
    return new Reason(fault.name(), new Wording(fault.chinese(), fault.english()));
  }
}
