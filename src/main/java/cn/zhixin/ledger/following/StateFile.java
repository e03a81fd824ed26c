package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.storage.DurableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The file in which a follower keeps what it has seen. It is there whole, or as it was before. */
public final class StateFile {
  private static final long LONGEST = 1 << 20;

  private final Path file;

  public StateFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  public Path path() {
    return file;
  }

  /**
   * Empty if there is no such file.
   *
   * @throws MalformedState also if anything in it was changed
   */
  public Optional<StateRecord> read() throws IOException, MalformedState {
    try {
      long length = Files.size(file);
      if (length > LONGEST) {
        throw new MalformedState("a state of at most " + LONGEST + " bytes", length + " bytes");
      }
      return Optional.of(StateRecord.parse(Bytes.wrap(Files.readAllBytes(file))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  public void write(StateRecord state) throws IOException {
    replace(file, state.encoded());
  }

  /** The file beside it that keeps what an alarm was raised for. */
  public Path evidence() {
    return file.resolveSibling(file.getFileName() + ".evidence");
  }

  /**
   * Adds to the evidence, unless the same is there already: who follows from cron sees one alarm
   * again and again.
   */
  public void keep(Evidence evidence) throws IOException {
    Path target = evidence();
    String before = Files.exists(target) ? Files.readString(target) : "";
    if (!before.contains(evidence.content())) {
      replace(target, Bytes.ofUtf8(before + evidence.text()));
    }
  }

  private static void replace(Path file, Bytes content) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("not the name of a file: " + file);
    }
    new DurableFolder(folder).write(Map.of(String.valueOf(file.getFileName()), content));
  }
}
