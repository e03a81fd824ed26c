package cn.zhixin.ledger.witness;

import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.signing.Ed25519PrivateKey;
import cn.zhixin.signing.MlDsa44PrivateKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * A witness with both kinds of keys on the loopback interface, which can be stopped and started.
 */
final class RunningWitness implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  private static final SecureRandom RANDOM = new SecureRandom();

  final Witness witness;
  final WitnessServer server;
  private final WitnessedHeads heads;
  private final List<CheckpointSigner> signers;
  private final List<VerifierKey> logs;
  private final Path folder;

  private RunningWitness(List<CheckpointSigner> signers, List<VerifierKey> logs, Path folder)
      throws IOException {
    this.signers = signers;
    this.logs = logs;
    this.folder = folder;
    this.heads = WitnessedHeads.open(folder);
    this.witness = new Witness(signers, logs, heads);
    this.server = WitnessServer.start(witness, loopback());
  }

  static RunningWitness start(String name, Path folder, VerifierKey... logs) throws IOException {
    InstantSource clock = InstantSource.fixed(NOW);
    return new RunningWitness(
        List.of(
            CheckpointSigner.witness(name, Ed25519PrivateKey.generate(RANDOM), clock),
            CheckpointSigner.mlDsa(name, MlDsa44PrivateKey.generate(RANDOM), clock)),
        List.of(logs),
        folder);
  }

  static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Another process with the same keys and folder, at another port. */
  RunningWitness restarted() throws IOException {
    close();
    return new RunningWitness(signers, logs, folder);
  }

  RemoteWitness remote() {
    return new RemoteWitness(server.address(), witness.keys());
  }

  @Override
  public void close() throws IOException {
    server.close();
    heads.close();
  }
}
