package cn.zhixin.bench;

import cn.zhixin.document.DocumentContent;
import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** The peers' attachments, the same bytes as ours and no more compressed than they. */
final class PeerAttachments {
  private PeerAttachments() {}

  static void add(PDDocument document, DocumentContent content) throws IOException {
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(
        Map.of(
            "credential.cose",
            file(document, "credential.cose", "application/cose", content.credential()),
            "ledger.tlog-proof",
            file(document, "ledger.tlog-proof", "text/plain", content.ledgerProof())));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);
  }

  private static PDComplexFileSpecification file(
      PDDocument document, String name, String type, Bytes content) throws IOException {
    byte[] bytes = content.toArray();
    PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes));
    embedded.setSubtype(type);
    embedded.setSize(bytes.length);
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(name);
    specification.setFileUnicode(name);
    specification.setEmbeddedFile(embedded);
    specification.setEmbeddedFileUnicode(embedded);
    return specification;
  }
}
