package cn.zhixin.document;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Prints how many certificates a thread draws in a second of CPU time, signatures left out. */
final class RendererThroughput {
  private static final int CERTIFICATES = 400;
  private static final int ROUNDS = 12;
  private static final String NAMES = "丛培元欧阳修远古丽巴哈尔张伟芳娜敏静磊强洋勇艳杰娟涛明超秀兰霞平刚桂英华玉萍红建国";
  private static final String FIRMS = "威海市海岳智能装备有限公司山东省第一医科大学附属省立医院青岛水产养殖研究所";

  private RendererThroughput() {}

  public static void main(String[] arguments) throws Exception {
    String template = arguments.length > 0 ? arguments[0] : "official-landscape";
    DocumentRenderer renderer =
        DocumentTemplates.in(Path.of("templates"))
            .load(template)
            .compile(Certificates.ISSUER, Map.of("address", "zc.weihai.example"))
            .newRenderer(new NoSignature());
    List<DocumentContent> contents = contents();
    var threads = ManagementFactory.getThreadMXBean();
    for (int round = 0; round < ROUNDS; round++) {
      long bytes = 0;
      long start = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < 5; i++) {
        for (DocumentContent content : contents) {
          bytes += renderer.render(content).pdf().size();
        }
      }
      double micros = (threads.getCurrentThreadCpuTime() - start) / 1000.0 / (5 * CERTIFICATES);
      System.out.printf(
          "%s: %.1f µs a certificate, %d bytes%n", template, micros, bytes / (5 * CERTIFICATES));
    }
  }

  private static List<DocumentContent> contents() {
    Random random = new Random(11);
    Bytes photo = Certificates.photo();
    List<DocumentContent> contents = new ArrayList<>();
    for (int i = 0; i < CERTIFICATES; i++) {
      contents.add(
          Certificates.content(
              photo,
              "holderName",
              pick(random, NAMES, 3),
              "employer",
              pick(random, FIRMS, 13),
              "number",
              String.format("371000 2025 0502 %06d L", i)));
    }
    return contents;
  }

  private static String pick(Random random, String characters, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }

  private static final class NoSignature implements DocumentSigner {
    private final byte[] cms = new byte[900];

    @Override
    public int maximumSize() {
      return 1280;
    }

    @Override
    public byte[] sign(Digest byteRanges) {
      return cms;
    }
  }
}
