package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layout, with or without a photo, ready to be filled; shared by all threads, never changed.
 *
 * @param prefix the first bytes of every certificate, ending within the metadata's title
 * @param hash of the prefix
 * @param xref rows of all objects with fixed numbers
 * @param fonts resource names and references of the fonts all certificates share
 * @param signatureHead the signature dictionary up to its time
 */
record CompiledVariant(
    byte[] prefix,
    HashState hash,
    XrefRows xref,
    Numbers numbers,
    double pageHeight,
    List<PageLayer.TextPlace> texts,
    PageLayer.@Nullable PicturePlace photo,
    PageLayer.PicturePlace qr,
    List<PageFace> faces,
    byte[] fonts,
    byte[] signatureHead) {

  /** Numbers of the objects that are written for each certificate, and of the catalog. */
  record Numbers(
      int catalog,
      int metadataLength,
      int content,
      int fonts,
      int photo,
      int qr,
      int credential,
      int ledgerProof,
      int signature,
      int xref) {}

  /** A buffer that begins with the prefix. */
  ByteBuilder newBuffer() {
    return new ByteBuilder(2 * prefix.length + (1 << 16)).append(prefix);
  }
}
