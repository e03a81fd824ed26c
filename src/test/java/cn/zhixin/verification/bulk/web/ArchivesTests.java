package cn.zhixin.verification.bulk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Archives as people make them, and as nobody should. */
class ArchivesTests extends FilesAsAList {
  @Test
  void showsNamesAsTheirSenderSeesThemAndUsesThemForNothing() throws Exception {
    Bytes blank = blank();
    Map<String, Bytes> sent = new LinkedHashMap<>();
    sent.put("证书/", Bytes.ofUtf8(""));
    sent.put("证书/龚𬭎.pdf", blank);
    sent.put("../../etc/passwd.pdf", blank);
    sent.put("/etc/x.pdf", blank);
    sent.put("__MACOSX/证书/._龚𬭎.pdf", blank);
    sent.put("证书/.DS_Store", blank);
    List<String> shown = List.of("证书/龚𬭎.pdf", "../../etc/passwd.pdf", "/etc/x.pdf");
    for (Charset names : List.of(Charset.forName("GB18030"), StandardCharsets.UTF_8)) {
      assertThat(each(answered(Zips.of(sent, names, false)), "file", "name"))
          .containsExactlyElementsOf(shown);
    }
    String turned = "证\u202efdp.exe\u3164\ue000";
    JsonNode job = answered(Zips.of(Map.of(turned, blank)));
    assertThat(each(job, "file", "name").get(0)).isEqualTo("证\ufffdfdp.exe\ufffd\ufffd");
  }

  @Test
  void refusesHostileArchivesWithWords() throws Exception {
    Bytes blank = blank();
    assertThat(reason(Zips.encrypted(Zips.of(Map.of("a.pdf", blank)))))
        .isEqualTo("encrypted-archive");
    Bytes inner = Bytes.wrap(Zips.of(Map.of("a.pdf", blank)));
    assertThat(reason(Zips.of(Map.of("b.pdf", inner)))).isEqualTo("nested-archive");
    assertThat(reason(Zips.of(Map.of("a/", Bytes.ofUtf8(""))))).isEqualTo("no-files");
    assertThat(reason(Zips.of(Map.of()))).isEqualTo("no-files");
    Map<String, Bytes> many = new LinkedHashMap<>();
    for (int i = 0; i <= 500; i++) {
      many.put(i + ".pdf", blank);
    }
    assertThat(reason(Zips.of(many))).isEqualTo("too-many-files");
    for (int i = 0; i <= 10_000; i++) {
      many.put(i + "/", Bytes.ofUtf8(""));
    }
    assertThat(reason(Zips.of(many))).isEqualTo("too-many-files");
    assertThat(reason(Zips.of(Map.of("a.pdf", Bytes.wrap(new byte[2 << 20])))))
        .isEqualTo("unpacks-too-much");
    Map<String, Bytes> large = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      large.put(i + ".pdf", Bytes.wrap(twentiethRandom(10 << 20)));
    }
    assertThat(reason(Zips.of(large))).isEqualTo("unpacks-too-much");
    byte[] whole = Zips.of(Map.of("a.pdf", blank));
    assertThat(reason(java.util.Arrays.copyOf(whole, whole.length / 2))).isEqualTo("damaged");
    byte[] oversized = java.util.Arrays.copyOf(whole, (20 << 20) + 1);
    assertThat(reason(oversized)).isEqualTo("too-large");
  }

  /** Packs to a twentieth. */
  private static byte[] twentiethRandom(int size) {
    byte[] bytes = new byte[size];
    byte[] random = new byte[size / 25];
    new Random(1).nextBytes(random);
    for (int i = 0; i < random.length; i++) {
      bytes[i * 25] = random[i];
    }
    return bytes;
  }

  private String reason(byte[] zip) throws Exception {
    HttpResponse<String> response = post(zip);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    return Employers.json(response).path("reason").asString();
  }
}
