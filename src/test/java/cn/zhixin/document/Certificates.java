package cn.zhixin.document;

import cn.zhixin.encoding.Bytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Certificates to draw in tests. */
public final class Certificates {
  public static final String ISSUER = "威海市人力资源和社会保障局";
  public static final Instant TIME = Instant.parse("2025-11-18T02:03:04Z");

  private Certificates() {}

  public static DocumentTemplates templates() {
    return DocumentTemplates.in(Path.of("src/test/resources/document-templates"));
  }

  public static CompiledTemplate plain() {
    try {
      return templates()
          .load("plain-landscape")
          .compile(ISSUER, Map.of("address", "https://zc.weihai.example"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A template of the project itself. */
  public static CompiledTemplate official(String id) {
    try {
      return DocumentTemplates.in(Path.of("templates"))
          .load(id)
          .compile(ISSUER, Map.of("address", "https://zc.weihai.example"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Values as long as they get in life. */
  public static String[] longest() {
    return new String[] {
      "holderName", "古丽巴哈尔·阿卜杜热合曼·麦麦提吐尔逊江",
      "employer", "中国（上海）自由贸易试验区临港新片区智能制造与高端装备协同创新研究院有限责任公司第二分公司",
      "committee", "新疆维吾尔自治区巴音郭楞蒙古自治州工程技术系列水利水电专业高级职称评审委员会",
      "specialty", "机械设计制造及其自动化（含智能装备、工业机器人）",
      "title", "正高级工艺美术师（工业设计）",
      "series", "工程技术人才（工业和信息化）",
      "approvalDocument", "新人社职称函〔2025〕第1234号（补充公布）"
    };
  }

  /** The values of an ordinary certificate, with others in their place. */
  public static Map<String, String> texts(String... slotsAndValues) {
    Map<String, String> texts = new HashMap<>();
    texts.put("holderName", "丛培元");
    texts.put("sex", "男");
    texts.put("birthMonth", "1987年06月");
    texts.put("identityNumber", "37100219870615001X");
    texts.put("employer", "威海市海岳智能装备有限公司");
    texts.put("series", "工程技术");
    texts.put("specialty", "机械设计与制造");
    texts.put("title", "高级工程师");
    texts.put("level", "副高级");
    texts.put("method", "评审");
    texts.put("acquiredOn", "2025年11月3日");
    texts.put("committee", "威海市工程技术职务高级评审委员会");
    texts.put("approvalDocument", "威人社发〔2025〕12号");
    texts.put("number", "371000 2025 0502 000128 L");
    texts.put("issuedOn", "2025年11月18日");
    texts.put("code", "7K3M-9QPX-2RTV-4WZC");
    for (int i = 0; i < slotsAndValues.length; i += 2) {
      texts.put(slotsAndValues[i], slotsAndValues[i + 1]);
    }
    return texts;
  }

  public static DocumentContent content(@Nullable Bytes photo, String... slotsAndValues) {
    Random random = new Random(7);
    byte[] credential = new byte[190];
    random.nextBytes(credential);
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < 480; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    Map<String, String> texts = texts(slotsAndValues);
    return new DocumentContent(
        texts,
        "专业技术职称证书 " + texts.get("holderName"),
        photo,
        new QrText("https://zc.weihai.example/v/", "7K3M9QPX2RTV4WZC", digits.toString()),
        Bytes.wrap(credential),
        SampleProof.of(7),
        TIME);
  }

  /** A portrait of sorts: 300 × 386 pixels with a little noise. */
  public static Bytes photo() {
    BufferedImage image = new BufferedImage(300, 386, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(0x6F9FD8));
    graphics.fillRect(0, 0, 300, 386);
    graphics.setColor(new Color(0x2A2E45));
    graphics.fillOval(20, 270, 260, 300);
    graphics.setColor(new Color(0xE1BEA0));
    graphics.fillOval(75, 80, 150, 200);
    graphics.dispose();
    Random random = new Random(3);
    for (int i = 0; i < 900; i++) {
      image.setRGB(random.nextInt(300), random.nextInt(386), 0xC8D0D8);
    }
    return jpeg(image);
  }

  public static Bytes jpeg(BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", out);
      return Bytes.wrap(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
