package cn.zhixin.ledger.witness;

import cn.zhixin.ledger.note.NoteSignature;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What all witnesses together made of a checkpoint.
 *
 * @param outcomes by the witness's name, in the order of the settings
 */
public record Cosignatures(Map<String, Cosigning> outcomes) {
  public Cosignatures {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }

  /** To be added to the note; each was verified. */
  public List<NoteSignature> signatures() {
    return outcomes.values().stream()
        .filter(Cosigning.Cosigned.class::isInstance)
        .flatMap(outcome -> ((Cosigning.Cosigned) outcome).signatures().stream())
        .toList();
  }

  /** Who did not cosign and why, by name. */
  public Map<String, Cosigning.NotCosigned> failures() {
    return outcomes.entrySet().stream()
        .filter(outcome -> outcome.getValue() instanceof Cosigning.NotCosigned)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                outcome -> (Cosigning.NotCosigned) outcome.getValue(),
                (one, other) -> one,
                LinkedHashMap::new));
  }
}
