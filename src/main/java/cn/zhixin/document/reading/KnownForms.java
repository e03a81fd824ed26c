package cn.zhixin.document.reading;

import cn.zhixin.document.pdf.NotAsWritten;
import cn.zhixin.document.pdf.ToUnicodeMap;
import cn.zhixin.document.pdf.WrittenCertificate;
import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Reads certificates in a fraction of the time whose form is known from one before.
 *
 * <p>{@link CertificatePdfReader} tells what a file is. This one recognises files that can be
 * nothing but what that reader would tell: byte for byte as the renderer writes them, and the same
 * as a file that was read in full in everything but their values. It refuses nothing; of any other
 * file it says nothing.
 *
 * <p>To be taught with certificates that a trusted authority signed, and with no others. Safe for
 * all threads; keeps the forms that were learned last, some 100 KB each.
 */
public final class KnownForms {
  private static final int MOST = 32;
  private static final int LARGEST_MAP = 1 << 20;
  private static final String PAGE = "/v/";

  private volatile List<CertificateForm> forms = List.of();

  /**
   * Reads a file of a known form. Its text is that of the certificate's values alone, each on a
   * line, without what the template says.
   *
   * @return empty for any other file
   */
  public Optional<CertificatePdf> read(Bytes file) {
    byte[] bytes = file.unsafeArray();
    if (bytes.length > CertificatePdfReader.DEFAULT_MAXIMUM_BYTES) {
      return Optional.empty();
    }
    return forms.stream()
        .filter(form -> form.begins(bytes))
        .flatMap(form -> form.read(bytes).stream())
        .findFirst();
  }

  /**
   * Learns the form of a certificate, if the renderer may have made it.
   *
   * @param certificate what {@link CertificatePdfReader} read in that file
   */
  public synchronized void learn(Bytes file, CertificatePdf certificate) {
    if (read(file).isPresent()) {
      return;
    }
    try {
      CertificateForm form = formOf(file.unsafeArray(), certificate.qrText());
      if (form.read(file.unsafeArray()).filter(own -> agree(own, certificate)).isPresent()) {
        List<CertificateForm> all = new ArrayList<>(List.of(form));
        all.addAll(forms.subList(0, Math.min(forms.size(), MOST - 1)));
        forms = List.copyOf(all);
      }
    } catch (NotAsWritten | PdfRefused | IOException ofAnotherKind) {
      // read in full each time
      return;
    }
  }

  private static CertificateForm formOf(byte[] file, String qr)
      throws NotAsWritten, PdfRefused, IOException {
    int prefix = WrittenCertificate.prefixOf(file);
    return new CertificateForm(
        Arrays.copyOf(file, prefix),
        WrittenCertificate.read(file, prefix).frame(),
        sharedFonts(file),
        qr.substring(0, qr.indexOf(PAGE) + PAGE.length()));
  }

  /** The fonts {@code F0}, {@code F1} and so on of the only page. */
  private static Map<Integer, ToUnicodeMap> sharedFonts(byte[] file)
      throws NotAsWritten, PdfRefused, IOException {
    Map<Integer, ToUnicodeMap> maps = new HashMap<>();
    try (PDDocument document = new PDFParser(new RandomAccessReadBuffer(file)).parse(false)) {
      COSDictionary page = document.getPage(0).getCOSObject();
      COSDictionary resources = page.getCOSDictionary(COSName.RESOURCES);
      COSDictionary fonts = resources == null ? null : resources.getCOSDictionary(COSName.FONT);
      if (fonts == null) {
        return maps;
      }
      for (COSName name : fonts.keySet()) {
        COSDictionary font = fonts.getCOSDictionary(name);
        COSStream map = font == null ? null : font.getCOSStream(COSName.TO_UNICODE);
        if (map != null && name.getName().matches("F[0-9]{1,4}")) {
          maps.put(
              Integer.valueOf(name.getName().substring(1)),
              ToUnicodeMap.of(BoundedStream.read(map, LARGEST_MAP)));
        }
      }
    }
    return maps;
  }

  /** A form that reads its own first certificate otherwise is none. */
  private static boolean agree(CertificatePdf own, CertificatePdf full) {
    String text = PageGaps.without(full.pageText());
    return own.signedRanges().equals(full.signedRanges())
        && own.cms().equals(full.cms())
        && own.docMdpLevel() == full.docMdpLevel()
        && own.credential().equals(full.credential())
        && own.ledgerProof().equals(full.ledgerProof())
        && own.qrText().equals(full.qrText())
        && own.pageText().lines().allMatch(line -> text.contains(PageGaps.without(line)));
  }
}
