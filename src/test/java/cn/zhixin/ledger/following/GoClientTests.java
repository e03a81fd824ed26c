package cn.zhixin.ledger.following;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ExternalTools;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.tile.Tile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that is not ours, {@code src/test/go/follow.go} upon Go's own packages for notes and
 * logs, reads our ledger, proves its entries and its growth, and refuses one that was tampered
 * with.
 */
class GoClientTests {
  private static final Path PACKAGES = Path.of("/usr/share/gocode");
  private static final Path SOURCE = Path.of("src/test/go/follow.go");

  @TempDir private static Path built;
  @TempDir private Path folder;

  @BeforeAll
  static void build() throws Exception {
    Path go = ExternalTools.require("go");
    ExternalTools.requireThat(
        Files.isDirectory(PACKAGES.resolve("src/golang.org/x/mod/sumdb/tlog")),
        "golang-golang-x-mod-dev is not installed");
    ExternalTools.Outcome outcome =
        ExternalTools.run(
            "env",
            "GO111MODULE=off",
            "GOPATH=" + PACKAGES,
            go,
            "build",
            "-o",
            built.resolve("follow"),
            SOURCE.toAbsolutePath());
    assertThat(outcome.exit()).as(outcome.errors()).isZero();
  }

  private static ExternalTools.Outcome go(GrowingLedger ledger, Object... older) throws Exception {
    List<Object> command =
        new ArrayList<>(List.of(built.resolve("follow"), ledger.key().vkey(), ledger.folder()));
    command.addAll(Arrays.asList(older));
    return ExternalTools.run(command.toArray());
  }

  private static void refuses(GrowingLedger ledger, String reason, Object... older)
      throws Exception {
    ExternalTools.Outcome outcome = go(ledger, older);
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.errors()).contains(reason);
  }

  private Path keep(GrowingLedger ledger) throws Exception {
    return Files.copy(
        ledger.folder().resolve(LedgerSource.CHECKPOINT),
        folder.resolve("checkpoint-" + ledger.size()));
  }

  @Test
  void provesTheEntriesAndTheGrowthOfLedgersOfManySizes() throws Exception {
    GrowingLedger ledger = new GrowingLedger(folder.resolve("ledger"));
    CheckpointSigner witness = GrowingLedger.witness("w.example/1");
    List<Path> older = new ArrayList<>();
    for (int size : new int[] {1, 255, 256, 257, 1_000, 70_000}) {
      ledger.growTo(size);
      ledger.publish(ledger.sign(witness));
      ExternalTools.Outcome outcome = go(ledger);
      assertThat(outcome.errors()).isEmpty();
      assertThat(outcome.output())
          .isEqualTo(
              "size " + size + ", " + Math.min(size, size > 1_000 ? 24 : size) + " entries proved");
      for (Path checkpoint : older) {
        assertThat(go(ledger, checkpoint).output()).contains(", continues ");
      }
      older.add(keep(ledger));
    }
  }

  @Test
  void refusesALedgerThatWasTamperedWith() throws Exception {
    GrowingLedger ledger = new GrowingLedger(folder.resolve("ledger")).growTo(600);
    Path genuine = keep(ledger);
    ledger.flip(new Tile(Tile.ENTRIES, 1, Tile.FULL), 50);
    refuses(ledger, "entry 256: ");
    ledger.flip(new Tile(Tile.ENTRIES, 1, Tile.FULL), 50);
    ledger.flip(new Tile(0, 2, 88), 40);
    refuses(ledger, "downloaded inconsistent tile");
    ledger.flip(new Tile(0, 2, 88), 40);
    assertThat(go(ledger).exit()).isZero();
    GrowingLedger fork = ledger.twin(folder.resolve("fork")).growTo(599).growTo(700, "x");
    refuses(fork, "invalid transparency proof", genuine);
    ledger.publish(Files.readString(genuine).replaceFirst("\n600\n", "\n601\n"));
    refuses(ledger, "invalid signature");
  }
}
