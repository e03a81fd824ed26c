package cn.zhixin.document.pdf;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.MalformedTemplate;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.font.FontLibrary;
import cn.zhixin.document.template.Manifest;
import cn.zhixin.document.template.TemplateDrawing;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes a variant's prefix: every object that is the same in all certificates. */
final class VariantCompiler {
  private final TemplateDrawing drawing;
  private final Manifest manifest;
  private final PageFonts fonts;
  private final String authority;
  private final PageLayer layer;
  private final StaticObjects objects = new StaticObjects();

  private final int catalog = objects.reserve();
  private final int pages = objects.reserve();
  private final int page = objects.reserve();
  private final int widget = objects.reserve();
  private final int metadata = objects.reserve();
  private final int metadataLength = objects.reserve();
  private final int content = objects.reserve();
  private final int fontResources = objects.reserve();
  private final int photo = objects.reserve();
  private final int qr = objects.reserve();
  private final int credential = objects.reserve();
  private final int ledgerProof = objects.reserve();
  private final int sealResources = objects.reserve();
  private final int signature = objects.reserve();
  private final int xref = objects.reserve();

  VariantCompiler(
      TemplateDrawing drawing,
      FontLibrary library,
      String authority,
      Map<String, String> fixedTexts,
      boolean photo)
      throws MalformedTemplate {
    this.drawing = drawing;
    this.manifest = drawing.manifest();
    // Of its own for each variant: it collects the characters of this variant.
    this.fonts = PageFonts.load(manifest, library);
    this.authority = authority;
    this.layer = new PageLayer(manifest, fonts, fixedTexts, photo);
  }

  CompiledVariant compile() throws ContentRefused {
    layer.draw(drawing.page());
    StaticFonts.addUsualCharacters(layer.textPlaces());
    writeCatalog();
    writePage();
    writeWidget();
    String fontNames = StaticFonts.write(objects, fonts.faces());
    objects.object(sealResources, "<</Font<<" + fontNames + ">>>>");
    objects.writeDictionaries();
    ByteBuilder out = objects.out();
    // Last, because the prefix ends within it.
    objects.xref().atOffset(metadata, out.size());
    XmpPacket.writeHead(out, metadata, metadataLength);
    byte[] prefix = out.toByteArray();
    return new CompiledVariant(
        prefix,
        HashState.after(prefix, prefix.length),
        objects.xref(),
        new CompiledVariant.Numbers(
            catalog,
            metadataLength,
            content,
            fontResources,
            photo,
            qr,
            credential,
            ledgerProof,
            signature,
            xref),
        manifest.height(),
        layer.textPlaces(),
        layer.photoPlace(),
        layer.qrPlace(),
        fonts.faces(),
        fontNames.getBytes(StandardCharsets.US_ASCII),
        signatureHead());
  }

  private void writeCatalog() {
    int structure = layer.structure().write(objects, page, widget);
    int profile = objects.reserve();
    objects.stream(profile, "/N 3", SrgbProfile.bytes());
    int form = objects.object("<</Fields[" + widget + " 0 R]/SigFlags 3>>");
    String credentialFile =
        attachment(
            credential, "credential.cose", "Source", "COSE_Sign1 credential of this certificate");
    String proofFile =
        attachment(
            ledgerProof,
            "ledger.tlog-proof",
            "Data",
            "Proof that this certificate is in the public ledger (C2SP tlog-proof)");
    objects.object(
        catalog,
        "<</Type/Catalog/Pages "
            + (pages + " 0 R/Lang(" + manifest.language() + ")/MarkInfo<</Marked true>>")
            + ("/ViewerPreferences<</DisplayDocTitle true>>/Metadata " + metadata + " 0 R")
            + ("/StructTreeRoot " + structure + " 0 R/AcroForm " + form + " 0 R")
            + "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            + ("/Info(sRGB IEC61966-2.1)/DestOutputProfile " + profile + " 0 R>>]")
            + ("/Perms<</DocMDP " + signature + " 0 R>>")
            + ("/AF[" + credentialFile + " " + proofFile + "]")
            // in the order of the names (ISO 32000-1 §7.9.6)
            + ("/Names<</EmbeddedFiles<</Names[(credential.cose)" + credentialFile)
            + ("(ledger.tlog-proof)" + proofFile + "]>>>>>>"));
  }

  /** Writes the file specification of an attachment and gives the reference to it. */
  private String attachment(int stream, String name, String relationship, String description) {
    int specification =
        objects.object(
            ("<</Type/Filespec/F(" + name + ")/UF(" + name + ")/Desc(" + description + ")")
                + ("/AFRelationship/" + relationship)
                + ("/EF<</F " + stream + " 0 R/UF " + stream + " 0 R>>>>"));
    return specification + " 0 R";
  }

  private void writePage() {
    int shared = objects.reserve();
    RepeatedPaths drawn = layer.content();
    objects.stream(shared, "", drawn.writeForms(objects));
    String images = (layer.photoPlace() == null ? "" : "/P " + photo + " 0 R") + drawn.resources();
    objects.object(pages, "<</Type/Pages/Kids[" + page + " 0 R]/Count 1>>");
    objects.object(
        page,
        "<</Type/Page/Parent "
            + (pages + " 0 R/MediaBox")
            + PageGeometry.points(manifest.height(), 0, 0, manifest.width(), manifest.height())
            + ("/Contents[" + shared + " 0 R " + content + " 0 R]/Annots[" + widget + " 0 R]")
            + ("/Tabs/S/StructParents 0/Resources<</Font " + fontResources + " 0 R")
            + ("/XObject<</Q " + qr + " 0 R" + images + ">>>>>>"));
  }

  private void writeWidget() throws ContentRefused {
    PageLayer.PicturePlace place = layer.sealPlace();
    int appearance =
        SealAppearance.write(
            objects,
            fonts.family(manifest.sealFamily()),
            authority,
            manifest.sealText(),
            sealResources);
    // Flags: printed (3) and locked (8).
    objects.object(
        widget,
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(IssuerSignature)/TU"
            + PdfText.string(authority + "的电子印章与数字签名")
            + "/F 132/Rect"
            + PageGeometry.points(
                manifest.height(), place.x(), place.y(), place.width(), place.height())
            + ("/P " + page + " 0 R/V " + signature + " 0 R/StructParent 1/AP<</N ")
            + (appearance + " 0 R>>>>"));
  }

  /** Certification: no change of the document is permitted (ISO 32000-1 §12.8.2.2). */
  private byte[] signatureHead() {
    String head =
        signature
            + " 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached"
            + "/Reference[<</Type/SigRef/TransformMethod/DocMDP"
            + "/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]/Name"
            + PdfText.string(authority)
            + "/M(";
    return head.getBytes(StandardCharsets.US_ASCII);
  }
}
