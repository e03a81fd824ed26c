package cn.zhixin.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two files in every certificate, as PDFBox and as a search by bytes find them. */
class AttachmentsTests {
  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final List<String> NAMES = List.of("credential.cose", "ledger.tlog-proof");

  private final DocumentContent content = Certificates.content(Certificates.photo());
  private byte[] file = {};
  private PDDocument document = new PDDocument();

  @BeforeEach
  void draw() throws Exception {
    DocumentRenderer renderer =
        Certificates.official("official-landscape").newRenderer(AUTHORITY.newSigner());
    renderer.render(with(SampleProof.of(1)));
    file = renderer.render(content).pdf().toArray();
    document = Loader.loadPDF(file);
  }

  @AfterEach
  void close() throws Exception {
    document.close();
  }

  private DocumentContent with(Bytes proof) {
    return new DocumentContent(
        content.texts(),
        content.documentTitle(),
        null,
        content.qr(),
        content.credential(),
        proof,
        content.at());
  }

  @Test
  void holdTheCredentialAndTheProofUnchanged() throws Exception {
    PDEmbeddedFile credential = embedded("credential.cose");
    PDEmbeddedFile proof = embedded("ledger.tlog-proof");

    assertThat(credential.getSubtype()).isEqualTo("application/cose");
    assertThat(credential.toByteArray()).isEqualTo(content.credential().toArray());
    assertThat(proof.getSubtype()).isEqualTo("text/plain");
    assertThat(proof.toByteArray()).isEqualTo(content.ledgerProof().toArray());
    for (PDEmbeddedFile each : List.of(credential, proof)) {
      assertThat(each.getSize()).isEqualTo(each.toByteArray().length);
      assertThat(each.getModDate()).extracting(Calendar::toInstant).isEqualTo(content.at());
    }
  }

  @Test
  void standInTheNameTreeInOrderAndAmongTheAssociatedFiles() throws Exception {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    COSArray tree =
        catalog
            .getCOSDictionary(COSName.NAMES)
            .getCOSDictionary(COSName.EMBEDDED_FILES)
            .getCOSArray(COSName.NAMES);
    COSArray associated = catalog.getCOSArray(COSName.AF);

    assertThat(tree.size()).isEqualTo(4);
    assertThat(associated.size()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      assertThat(tree.getString(2 * i)).isEqualTo(NAMES.get(i));
      assertThat(tree.getObject(2 * i + 1)).isSameAs(associated.getObject(i));
    }
  }

  @Test
  void areDescribedWithTheirRelationshipToTheCertificate() throws Exception {
    COSDictionary credential = specification("credential.cose").getCOSObject();
    COSDictionary proof = specification("ledger.tlog-proof").getCOSObject();
    COSName relationship = COSName.getPDFName("AFRelationship");

    assertThat(credential.getNameAsString(relationship)).isEqualTo("Source");
    assertThat(proof.getNameAsString(relationship)).isEqualTo("Data");
    assertThat(proof.getString(COSName.DESC))
        .isEqualTo("Proof that this certificate is in the public ledger (C2SP tlog-proof)");
    assertThat(proof.getString(COSName.F)).isEqualTo("ledger.tlog-proof");
  }

  @Test
  void areFoundByTheirBytesAlone() {
    assertThat(found("application#2Fcose")).isEqualTo(content.credential());
    assertThat(found("text#2Fplain")).isEqualTo(content.ledgerProof());
  }

  /** As a script finds it that knows nothing of PDF. */
  private Bytes found(String subtype) {
    var opening =
        Pattern.compile(
                "\\n\\d+ 0 obj\n<</Type/EmbeddedFile/Subtype/"
                    + subtype
                    + "/Params<</ModDate\\(D:\\d{14}\\+08'00'\\)/Size (\\d+)>>/Length \\1>>\nstream\n")
            .matcher(new String(file, StandardCharsets.ISO_8859_1));
    assertThat(opening.find()).as("an embedded file of type " + subtype).isTrue();
    int end = opening.end() + Integer.parseInt(opening.group(1));
    assertThat(new String(file, end, 20, StandardCharsets.ISO_8859_1))
        .startsWith("\nendstream\nendobj\n");
    Bytes found = Bytes.wrap(file).slice(opening.end(), end);
    assertThat(opening.find()).as("a second one").isFalse();
    return found;
  }

  private PDEmbeddedFile embedded(String name) throws Exception {
    return specification(name).getEmbeddedFile();
  }

  private PDComplexFileSpecification specification(String name) throws Exception {
    return Objects.requireNonNull(
        document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get(name));
  }
}
