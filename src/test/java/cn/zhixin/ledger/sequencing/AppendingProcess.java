package cn.zhixin.ledger.sequencing;

import cn.zhixin.ledger.QueuedEntries;
import cn.zhixin.ledger.TestLedger;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** Another JVM that appends to a ledger as fast as it can, until it is killed. */
final class AppendingProcess {
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path working;

  private AppendingProcess(Process process, Path working) {
    this.process = process;
    this.working = working;
  }

  /** What the other JVM runs. */
  public static final class Program {
    private Program() {}

    /** Arguments: address, user, password, folder, key file, first certificate, sign of life. */
    public static void main(String[] arguments) throws Exception {
      PGSimpleDataSource database = new PGSimpleDataSource();
      database.setUrl(arguments[0]);
      database.setUser(arguments[1]);
      database.setPassword(arguments[2]);
      CheckpointSigner signer =
          CheckpointSigner.log(
              TestLedger.NAME,
              Ed25519PrivateKey.ofPem(Files.readAllBytes(Path.of(arguments[4])), "key"));
      SequencedLedger ledger =
          TestLedger.on(database, Path.of(arguments[3]), List.of(signer), Cosigners.none());
      long next = Long.parseLong(arguments[5]);
      Random random = new Random(next);
      while (true) {
        int count = 1 + random.nextInt(60);
        QueuedEntries.add(database, next, count);
        next += count;
        ledger.publish();
        Files.writeString(Path.of(arguments[6]), "published");
      }
    }
  }

  static AppendingProcess start(String... arguments) throws IOException {
    Path working = Files.createTempFile("appending-", ".life");
    Files.delete(working);
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
    command.addAll(List.of(arguments));
    command.add(working.toString());
    return new AppendingProcess(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start(),
        working);
  }

  /** Returns once it has published something. */
  void awaitWork() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.exists(working)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("the appending process does not append");
      }
      Thread.sleep(5);
    }
  }

  /** As the kernel does when memory runs out: without a word. */
  void kill() throws InterruptedException, IOException {
    if (!process.isAlive()) {
      throw new AssertionError("the appending process ended by itself: " + process.exitValue());
    }
    process.destroyForcibly().waitFor();
    Files.deleteIfExists(working);
  }
}
