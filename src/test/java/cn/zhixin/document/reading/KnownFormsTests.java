package cn.zhixin.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.document.Certificates;
import cn.zhixin.document.CompiledTemplate;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.QrText;
import cn.zhixin.document.TestAuthority;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.DecimalDigits;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KnownFormsTests {
  private static final CertificatePdfReader READER = new CertificatePdfReader();
  private static final DocumentSigner SIGNER = new TestAuthority().newSigner();
  private static final String[] NAMES = {"丛培元", "𬭎𬬻𬱖", "㛃龑䶮", "𠅤子", "古丽巴哈尔·阿卜杜热合曼"};

  /** By which a reading in full spares itself what a known form never does: to decode streams. */
  private static final Set<PdfFault> OF_DECODING =
      EnumSet.of(PdfFault.COMPRESSION_REFUSED, PdfFault.INFLATES_TOO_FAR);

  private static Bytes genuine;
  private static KnownForms taught;

  @BeforeAll
  static void teach() throws Exception {
    genuine = issued(Certificates.plain(), Certificates.content(null));
    taught = knowing(genuine);
  }

  /** With a symbol of its own credential, as every certificate has it. */
  private static Bytes issued(CompiledTemplate template, DocumentContent content) throws Exception {
    return issued(template, content, content.documentTitle());
  }

  private static Bytes issued(CompiledTemplate template, DocumentContent content, String title)
      throws Exception {
    DocumentContent own =
        new DocumentContent(
            content.texts(),
            title,
            content.photo(),
            new QrText(
                content.qr().address(),
                content.qr().code(),
                DecimalDigits.encode(content.credential())),
            content.credential(),
            content.ledgerProof(),
            content.at());
    return template.newRenderer(SIGNER).render(own).pdf();
  }

  private static KnownForms knowing(Bytes... files) {
    KnownForms forms = new KnownForms();
    for (Bytes file : files) {
      forms.learn(file, (CertificatePdf) READER.read(file));
    }
    return forms;
  }

  @Test
  void knowsNoFormBeforeItIsTaught() {
    assertThat(new KnownForms().read(genuine)).isEmpty();
    assertThat(taught.read(genuine)).isPresent();
  }

  @Test
  void readsEveryCertificateOfATemplateAfterTheFirst() throws Exception {
    for (CompiledTemplate template :
        List.of(
            Certificates.official("official-landscape"),
            Certificates.official("official-landscape-bilingual"),
            Certificates.plain())) {
      for (Bytes photo : new Bytes[] {null, Certificates.photo()}) {
        KnownForms forms = knowing(issued(template, Certificates.content(photo)));
        for (String name : NAMES) {
          DocumentContent content = Certificates.content(photo, "holderName", name);
          Bytes file = issued(template, content);
          CertificatePdf quick = forms.read(file).orElseThrow();
          assertSame(quick, (CertificatePdf) READER.read(file));
          assertThat(quick.pageText()).contains(name);
        }
        Bytes longest = issued(template, Certificates.content(photo, Certificates.longest()));
        assertSame(forms.read(longest).orElseThrow(), (CertificatePdf) READER.read(longest));
      }
    }
  }

  private static void assertSame(CertificatePdf quick, CertificatePdf full) {
    assertThat(quick.signedRanges()).isEqualTo(full.signedRanges());
    assertThat(quick.cms()).isEqualTo(full.cms());
    assertThat(quick.docMdpLevel()).isEqualTo(full.docMdpLevel());
    assertThat(quick.credential()).isEqualTo(full.credential());
    assertThat(quick.ledgerProof()).isEqualTo(full.ledgerProof());
    assertThat(quick.qrText()).isEqualTo(full.qrText());
    String page = plain(full.pageText());
    assertThat(quick.pageText().lines()).allMatch(line -> page.contains(plain(line)));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{Z}]", "");
  }

  @Test
  void saysNothingOfAnotherTemplate() throws Exception {
    CompiledTemplate other = Certificates.official("official-landscape");
    assertThat(taught.read(issued(other, Certificates.content(null)))).isEmpty();
    Bytes withPhoto = issued(Certificates.plain(), Certificates.content(Certificates.photo()));
    assertThat(taught.read(withPhoto)).isEmpty();
  }

  @Test
  void keepsSeveralForms() throws Exception {
    Bytes other = issued(Certificates.official("official-landscape"), Certificates.content(null));
    KnownForms both = knowing(genuine, other);
    assertThat(both.read(genuine)).isPresent();
    assertThat(both.read(other)).isPresent();
  }

  /** Whether anything was signed is not asked here: it tells what is in a file or nothing. */
  @Test
  void tellsOfNoChangedFileWhatTheFullReadingDoesNotTell() {
    Random random = new Random(20261128);
    int told = 0;
    for (int i = 0; i < 6_000; i++) {
      Bytes changed = changed(random, i);
      Optional<CertificatePdf> quick = taught.read(changed);
      if (quick.isPresent()) {
        told++;
        Reading full = READER.read(changed);
        if (full instanceof RefusedPdf refused) {
          assertThat(OF_DECODING).as(refused.toString()).contains(refused.reason());
        } else {
          assertSame(quick.get(), (CertificatePdf) full);
        }
      }
    }
    assertThat(told).isPositive();
  }

  /** Behind the prefix for the most part, where not all bytes are compared with a form's. */
  private static Bytes changed(Random random, int number) {
    byte[] file = genuine.toArray();
    int rest = latin1(genuine).indexOf("x-default");
    int at = rest + random.nextInt(file.length - rest);
    switch (number % 6) {
      case 0 -> file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> {
        // what is a number stays one
        while (file[at] < '0' || file[at] > '9') {
          at = rest + random.nextInt(file.length - rest);
        }
        file[at] = (byte) ('0' + random.nextInt(10));
      }
      case 3 -> {
        int size = 1 + random.nextInt(12);
        int from = rest + random.nextInt(file.length - rest - size);
        System.arraycopy(genuine.toArray(), from, file, Math.min(at, file.length - size), size);
      }
      case 4 -> {
        String text = latin1(genuine);
        return latin1(text.substring(0, at) + (char) random.nextInt(256) + text.substring(at));
      }
      default -> {
        String text = latin1(genuine);
        return latin1(text.substring(0, at) + text.substring(Math.min(text.length(), at + 1)));
      }
    }
    return Bytes.wrap(file);
  }

  @Test
  void saysNothingOfAFileInWhichAnythingStandsElsewhereThanTheTableSays() {
    String text = latin1(genuine);
    int start = text.lastIndexOf("stream\n", text.lastIndexOf("endstream")) + "stream\n".length();
    int end = text.lastIndexOf("\nendstream");
    for (int at = start; at < end; at++) {
      byte[] changed = genuine.toArray();
      changed[at] ^= 1;
      assertThat(taught.read(Bytes.wrap(changed))).as("byte " + at).isEmpty();
    }
  }

  @Test
  void saysNothingOfASymbolThatIsNotTheEncodersOwn() {
    String text = latin1(genuine);
    int image = text.indexOf("/Subtype/Image", text.indexOf("x-default"));
    int start = text.indexOf("stream\n", image) + "stream\n".length();
    int end = text.indexOf("\nendstream", start);
    for (int at = start; at < end; at++) {
      byte[] changed = genuine.toArray();
      changed[at] ^= (byte) 0x80;
      assertThat(taught.read(Bytes.wrap(changed))).as("byte " + at).isEmpty();
    }
  }

  @Test
  void saysNothingWhereTheSignatureMayBeSoughtInTwoPlaces() throws Exception {
    for (String twice : List.of("/ByteRange [0 1 2 3]", "startxref", "/ZHXN_StampedCopy true")) {
      Bytes file = issued(Certificates.plain(), Certificates.content(null), twice);
      assertThat(READER.read(file)).as(twice).isInstanceOf(RefusedPdf.class);
      assertThat(taught.read(file)).as(twice).isEmpty();
    }
  }

  @Test
  void readsTheTextByTheFontsOfTheFile() {
    String text = latin1(genuine);
    int character = text.indexOf("<4E1B>", text.indexOf("beginbfrange", text.indexOf("x-default")));
    String changed = text.substring(0, character) + "<4E00>" + text.substring(character + 6);
    assertThat(taught.read(genuine).orElseThrow().pageText()).contains("丛培元");
    assertThat(taught.read(latin1(changed)).orElseThrow().pageText()).contains("一培元");
  }

  @Test
  void learnsNothingFromAFileOfAnotherKind() throws Exception {
    KnownForms forms = new KnownForms();
    Bytes other = SamplePdf.bytes(new SamplePdf().text());
    forms.learn(other, (CertificatePdf) READER.read(other));
    assertThat(forms.read(other)).isEmpty();
  }

  private static String latin1(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }

  private static Bytes latin1(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
