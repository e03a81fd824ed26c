package cn.zhixin.document.stamping;

import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.RenderedDocument;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/** Certifies a finished copy: no change is permitted (ISO 32000-2 §12.8.2.2). */
public final class StampedSignature {
  private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");

  private StampedSignature() {}

  public static RenderedDocument sign(Bytes pdf, Instant at, DocumentSigner signer)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toArray());
        SignatureOptions options = new SignatureOptions()) {
      PDSignature signature = new PDSignature();
      signature.setType(COSName.SIG);
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
      signature.setReason("用途加注件 / stamped copy");
      signature.setSignDate(StampedMetadata.calendar(at));
      certify(document, signature);
      PDField field = document.getDocumentCatalog().getAcroForm().getFields().get(0);
      field.getCOSObject().setItem(COSName.V, signature);
      options.setPreferredSignatureSize(signer.maximumSize());
      document.addSignature(signature, options);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
      try (InputStream ranges = signing.getContent()) {
        signing.setSignature(signer.sign(Digest.of(ranges.readAllBytes())));
      }
      Bytes signed = Bytes.wrap(out.toByteArray());
      return new RenderedDocument(signed, Digest.of(signed));
    }
  }

  private static void certify(PDDocument document, PDSignature signature) {
    COSDictionary parameters = new COSDictionary();
    parameters.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
    parameters.setInt(COSName.P, 1);
    parameters.setName(COSName.V, "1.2");
    COSDictionary reference = new COSDictionary();
    reference.setName(COSName.TYPE, "SigRef");
    reference.setItem(COSName.getPDFName("TransformMethod"), DOC_MDP);
    reference.setItem(COSName.getPDFName("TransformParams"), parameters);
    COSArray references = new COSArray();
    references.add(reference);
    signature.getCOSObject().setItem(COSName.REFERENCE, references);
    COSDictionary permissions = new COSDictionary();
    permissions.setItem(DOC_MDP, signature);
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    catalog.setItem(COSName.PERMS, permissions);
    catalog.setNeedToBeUpdated(true);
  }
}
