package cn.zhixin.ledger;

import cn.zhixin.encoding.WrongValue;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.witness.RemoteWitness;
import cn.zhixin.ledger.witness.WitnessSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of the public ledger, {@code zhixin.ledger.*}.
 *
 * @param name by which the ledger is known for ever (the origin of its checkpoints): its address
 *     without {@code https://}, such as {@code zc.example.gov.cn/ledger}
 * @param key PEM file of the Ed25519 key that signs checkpoints; needed by whoever issues or
 *     changes
 * @param mlDsaKey PEM file of an ML-DSA-44 key that signs them as well; none: Ed25519 alone
 * @param verifierKeys what the ledger's public keys are (C2SP vkeys), for nodes without {@code key}
 * @param folder of tiles and checkpoint; by default {@code ledger} in {@code zhixin.home}
 * @param publishAfterMillis how often the service looks for entries that a killed process left
 *     waiting, in milliseconds
 * @param witnesses who is asked to cosign each checkpoint
 * @param quorum how many of them must have cosigned before a checkpoint is published
 * @param witnessTimeout longest time that one checkpoint waits for them
 */
@ConfigurationProperties("zhixin.ledger")
public record LedgerProperties(
    @DefaultValue("") String name,
    @Nullable Resource key,
    @Nullable Resource mlDsaKey,
    @DefaultValue List<String> verifierKeys,
    @Nullable Path folder,
    @DefaultValue("2000") long publishAfterMillis,
    @DefaultValue List<WitnessAddress> witnesses,
    @DefaultValue("0") int quorum,
    @DefaultValue("5s") Duration witnessTimeout) {
  public LedgerProperties {
    verifierKeys = List.copyOf(verifierKeys);
    witnesses = List.copyOf(witnesses);
    if (publishAfterMillis < 1) {
      throw new IllegalArgumentException(
          WrongValue.of(
              "zhixin.ledger.publish-after-millis", "至少为 1", "is at least 1", publishAfterMillis));
    }
  }

  WitnessSettings witnessSettings() throws MalformedNote {
    List<RemoteWitness> known = new ArrayList<>();
    for (WitnessAddress witness : witnesses) {
      known.add(RemoteWitness.parse(witness.address(), witness.key()));
    }
    return new WitnessSettings(known, quorum, witnessTimeout);
  }

  /**
   * @param address submission prefix of the witness, http or https
   * @param key its C2SP vkey; several of one name with spaces between them
   */
  public record WitnessAddress(URI address, String key) {}
}
