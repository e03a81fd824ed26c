package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.DocumentRelease;
import cn.zhixin.certificate.ReleasedDocument;
import cn.zhixin.document.RenderedDocument;
import cn.zhixin.document.SignatureHole;
import cn.zhixin.signing.PendingSignature;
import cn.zhixin.storage.PackWriter;
import cn.zhixin.storage.PackedFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A chunk's documents on their way into its pack, in their order. While some wait for their time
 * stamps the next are drawn and signed.
 */
final class ChunkFiles implements AutoCloseable {
  private final PackWriter pack;
  private final IssuingKeys keys;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final List<DocumentRelease> releases = new ArrayList<>();

  private record Waiting(Certificate certificate, SignatureHole hole, PendingSignature signature) {}

  ChunkFiles(PackWriter pack, IssuingKeys keys) {
    this.pack = pack;
    this.keys = keys;
  }

  /**
   * @param document signed, without its time stamp
   */
  void add(Certificate certificate, RenderedDocument document) throws IOException {
    if (!keys.stampsDocuments()) {
      write(certificate, document);
      return;
    }
    SignatureHole hole = SignatureHole.of(document);
    waiting.add(new Waiting(certificate, hole, keys.stamp(hole.content())));
    // those behind a slow one stay in memory, at most a chunk of them
    while (!waiting.isEmpty() && waiting.getFirst().signature().isDone()) {
      writeFirst();
    }
  }

  /**
   * Waits for the stamps that are missing.
   *
   * @throws cn.zhixin.signing.UnstampedSignature if one cannot be had
   */
  List<DocumentRelease> finish() throws IOException {
    while (!waiting.isEmpty()) {
      writeFirst();
    }
    return List.copyOf(releases);
  }

  /** Gives up what still waits. */
  @Override
  public void close() {
    waiting.forEach(each -> each.signature().cancel());
  }

  private void writeFirst() throws IOException {
    Waiting first = waiting.removeFirst();
    write(first.certificate(), first.hole().filledWith(first.signature().await()));
  }

  private void write(Certificate certificate, RenderedDocument document) throws IOException {
    PackedFile place = pack.add(DocumentStore.entry(document.digest()), document.pdf());
    releases.add(new DocumentRelease(certificate, new ReleasedDocument(document.digest(), place)));
  }
}
