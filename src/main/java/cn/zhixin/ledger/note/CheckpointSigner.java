package cn.zhixin.ledger.note;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.signing.Ed25519PrivateKey;
import cn.zhixin.signing.MlDsa44PrivateKey;
import java.nio.ByteBuffer;
import java.time.InstantSource;

/** Signs checkpoints with one key. Safe for several threads. */
public final class CheckpointSigner {
  private final VerifierKey key;
  private final Signing signing;

  private CheckpointSigner(VerifierKey key, Signing signing) {
    this.key = key;
    this.signing = signing;
  }

  /** As the log itself. */
  public static CheckpointSigner log(String origin, Ed25519PrivateKey key) {
    return new CheckpointSigner(
        VerifierKey.ofLog(origin, key), checkpoint -> key.sign(Bytes.ofUtf8(checkpoint.text())));
  }

  /** As a witness. */
  public static CheckpointSigner witness(String name, Ed25519PrivateKey key, InstantSource clock) {
    return new CheckpointSigner(
        VerifierKey.ofWitness(name, key),
        checkpoint -> {
          long time = clock.instant().getEpochSecond();
          return timed(time, key.sign(CosignedMessage.ed25519(checkpoint.text(), time)));
        });
  }

  /** As a witness, or as the log itself, against quantum computers. */
  public static CheckpointSigner mlDsa(String name, MlDsa44PrivateKey key, InstantSource clock) {
    return new CheckpointSigner(
        VerifierKey.ofMlDsa(name, key),
        checkpoint -> {
          long time = clock.instant().getEpochSecond();
          return timed(time, key.sign(CosignedMessage.mlDsa44(name, checkpoint, time)));
        });
  }

  public VerifierKey key() {
    return key;
  }

  public NoteSignature sign(Checkpoint checkpoint) {
    return new NoteSignature(key.name(), key.id(), signing.sign(checkpoint));
  }

  private static Bytes timed(long time, Bytes signature) {
    ByteBuffer value = ByteBuffer.allocate(Long.BYTES + signature.size());
    value.putLong(time).put(signature.unsafeArray());
    return Bytes.wrap(value.array());
  }

  @FunctionalInterface
  private interface Signing {
    Bytes sign(Checkpoint checkpoint);
  }
}
