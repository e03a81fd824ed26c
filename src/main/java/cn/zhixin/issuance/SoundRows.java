package cn.zhixin.issuance;

import cn.zhixin.certificate.RegistryContradiction;
import cn.zhixin.issuance.ChunkClaims.Chunk;
import cn.zhixin.issuance.ChunkClaims.ChunkWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Issues a chunk but for the rows whose certificates contradict themselves in the registry: it is
 * halved until each of them stands alone. A chunk without any is issued in one go.
 */
final class SoundRows {
  private static final int NAMED = 5;

  private final ChunkWork work;
  private final List<RowOutcome> outcomes = new ArrayList<>();

  /** Row of the sheet, and what contradicts. */
  private final Map<Integer, RegistryContradiction> contradicting = new LinkedHashMap<>();

  private SoundRows(ChunkWork work) {
    this.work = work;
  }

  /** What a chunk came to. */
  static SoundRows issue(Chunk chunk, ChunkWork work) throws IOException, IssuingFailed {
    SoundRows sound = new SoundRows(work);
    sound.issue(chunk);
    return sound;
  }

  private void issue(Chunk chunk) throws IOException, IssuingFailed {
    try {
      outcomes.addAll(work.issue(chunk));
    } catch (RegistryContradiction e) {
      List<BatchRow> rows = chunk.rows();
      if (rows.size() == 1) {
        contradicting.put(rows.get(0).sheetRow(), e);
        return;
      }
      // what a half made durable before it met the contradiction is taken as it is
      issue(part(chunk, rows.subList(0, rows.size() / 2)));
      issue(part(chunk, rows.subList(rows.size() / 2, rows.size())));
    }
  }

  private static Chunk part(Chunk chunk, List<BatchRow> rows) {
    return new Chunk(chunk.batch(), chunk.number(), rows);
  }

  /** Of the rows that were issued. */
  List<RowOutcome> outcomes() {
    return List.copyOf(outcomes);
  }

  boolean isWhole() {
    return contradicting.isEmpty();
  }

  /** Names the rows that were left, and what contradicts. */
  IssuingFailed failure() {
    String why =
        contradicting.entrySet().stream()
            .limit(NAMED)
            .map(each -> "row " + each.getKey() + ": " + each.getValue().getMessage())
            .collect(Collectors.joining("; "));
    int more = contradicting.size() - NAMED;
    return new IssuingFailed(more > 0 ? why + "; and " + more + " more" : why, null);
  }
}
