package cn.zhixin.bench.pieces;

import cn.zhixin.bench.CertificateIssuing;
import cn.zhixin.bench.CertificateSets;
import cn.zhixin.bench.CertificateSets.Entry;
import cn.zhixin.bench.CertificateSets.Kind;
import cn.zhixin.bench.ContestLayout;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.DocumentRenderer;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.pdf.CertificateParts;
import cn.zhixin.document.qr.QrEncoder;
import cn.zhixin.encoding.Digest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a certificate's values to its file. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH prepares before it measures
public class DocumentPieces {
  private final Entry entry = CertificateSets.some(Kind.ORDINARY).get(0);
  private final QrEncoder encoder = new QrEncoder();

  private CertificateIssuing issuing;
  private DocumentContent content;
  private DocumentRenderer unsigned;
  private CertificateParts parts;
  private byte[] file;

  @Setup
  public void prepare() throws Exception {
    issuing = new CertificateIssuing(ContestLayout.compile(), "BC");
    content = issuing.content(entry);
    file = issuing.issue(entry).pdf().toArray();
    unsigned = ContestLayout.compile().newRenderer(new NoSignature());
    parts =
        new CertificateParts(
            ContestLayout.drawing(), ContestLayout.ISSUER, ContestLayout.texts(), content);
    parts.drawContent();
  }

  /** QR symbol with all eight masks scored. */
  @Benchmark
  public Object qrSymbol() throws Exception {
    return encoder.encode(content.qr());
  }

  /** Content stream: every text fitted into its place. */
  @Benchmark
  public int contentStream() throws Exception {
    return parts.drawContent();
  }

  /** Subsets of the fonts with the characters that only this certificate has. */
  @Benchmark
  public int fontSubsets() {
    return parts.writeFonts();
  }

  /** SHA-256 over the whole file; a certificate's own writing hashes only what differs. */
  @Benchmark
  public Object fileDigest() {
    return Digest.of(file);
  }

  /** The file but for its two signatures. */
  @Benchmark
  public Object documentUnsigned() throws Exception {
    return unsigned.render(content);
  }

  /** A complete certificate. */
  @Benchmark
  public Object certificate() throws Exception {
    return issuing.issue(entry);
  }

  private static final class NoSignature implements DocumentSigner {
    private final byte[] cms = new byte[1400];

    @Override
    public int maximumSize() {
      return cms.length;
    }

    @Override
    public byte[] sign(Digest byteRanges) {
      return cms;
    }
  }
}
