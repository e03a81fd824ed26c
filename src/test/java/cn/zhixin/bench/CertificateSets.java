package cn.zhixin.bench;

import cn.zhixin.encoding.Bytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Certificates to issue: the field values, photo and claims of each, always the same ones. */
public final class CertificateSets {
  /**
   * What is known of one certificate before it is signed.
   *
   * @param code verification code
   * @param claims what the credential signs
   * @param ledgerProof a text like a proof from a ledger of a hundred thousand certificates
   */
  public record Entry(
      Map<String, String> texts, Bytes photo, String code, Bytes claims, Bytes ledgerProof) {}

  /** How hard a set is: length of the claims, size of the photo, rare characters. */
  public enum Kind {
    /** Usual names, a photo of some 15 KB, a symbol of version 10 or 11. */
    ORDINARY(110, 40_000),
    /** Rare characters in every field, a photo of some 35 KB, a symbol of version 13. */
    HARD(165, 120_000);

    private final int claimBytes;
    private final int photoSpecks;

    Kind(int claimBytes, int photoSpecks) {
      this.claimBytes = claimBytes;
      this.photoSpecks = photoSpecks;
    }
  }

  private static final int SOME = 256;
  private static final String FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅文博宇轩";
  private static final String RARE = "𬭎𬬻𬱖㛃龑䶮𠅤𫖯𬍛𬇙𬶏𬘓𪩘𫍯𬳽𫘧𬤇𬴊𫓧𬸚";
  private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String[] SPECIALTIES = {
    "机械设计与制造", "电气自动化", "建筑结构", "环境工程", "轨道交通信号", "食品质量与安全",
  };

  private CertificateSets() {}

  /** As many as a contest turns through. */
  public static List<Entry> some(Kind kind) {
    return IntStream.range(0, SOME).mapToObj(number -> entry(kind, number)).toList();
  }

  private static Entry entry(Kind kind, int number) {
    Random random = new Random(31L * number + kind.ordinal());
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("holderName", name(random));
    texts.put("sex", random.nextBoolean() ? "男" : "女");
    texts.put("birthMonth", (1960 + random.nextInt(40)) + "年0" + (1 + random.nextInt(9)) + "月");
    texts.put(
        "identityNumber", "37100219870615" + String.format("%03d", random.nextInt(1000)) + "X");
    texts.put("employer", "威海市" + characters(random, GIVEN, 4) + "智能装备有限公司");
    texts.put("series", "工程技术");
    texts.put("specialty", SPECIALTIES[random.nextInt(SPECIALTIES.length)]);
    texts.put("title", "高级工程师");
    texts.put("level", "副高级");
    texts.put("method", "评审");
    texts.put("acquiredOn", "2025年11月" + (1 + random.nextInt(28)) + "日");
    texts.put("committee", "威海市工程技术职务高级评审委员会");
    texts.put("approvalDocument", "威人社发〔2025〕" + (1 + random.nextInt(99)) + "号");
    texts.put("number", "371000 2025 0502 " + String.format("%06d", number) + " L");
    texts.put("issuedOn", "2025年11月18日");
    String code = characters(random, CODE_ALPHABET, 16);
    texts.put("code", code.replaceAll("(.{4})(?!$)", "$1-"));
    if (kind == Kind.HARD) {
      texts.put("holderName", characters(random, RARE, 4));
      texts.put("employer", characters(random, RARE, 12) + "有限公司");
      texts.put("specialty", characters(random, RARE, 6));
    }
    byte[] claims = new byte[kind.claimBytes];
    random.nextBytes(claims);
    return new Entry(
        texts, photo(kind, random), code, Bytes.wrap(claims), ledgerProof(random, number));
  }

  private static String name(Random random) {
    return characters(random, FAMILY, 1) + characters(random, GIVEN, 1 + random.nextInt(2));
  }

  private static String characters(Random random, String from, int count) {
    int[] alphabet = from.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }

  /** Some 1,100 bytes in the form of a C2SP tlog-proof; its hashes lead to no tree. */
  private static Bytes ledgerProof(Random random, int number) {
    StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nextra ");
    text.append(base64(random, 16)).append("\nindex ").append(number).append('\n');
    for (int level = 0; level < 17; level++) {
      text.append(base64(random, 32)).append('\n');
    }
    text.append("\nzc.weihai.example/ledger\n100000\n").append(base64(random, 32));
    text.append("\n\n— zc.weihai.example/ledger ").append(base64(random, 68));
    text.append("\n— witness.example ").append(base64(random, 76)).append('\n');
    return Bytes.ofUtf8(text.toString());
  }

  private static String base64(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** 295 × 413 pixels, the one-inch portrait of Chinese forms, with specks that weigh. */
  private static Bytes photo(Kind kind, Random random) {
    BufferedImage image = new BufferedImage(295, 413, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(0x438EDB));
    graphics.fillRect(0, 0, 295, 413);
    graphics.setColor(new Color(0x2A2E45));
    graphics.fillOval(15, 290, 265, 300);
    graphics.setColor(new Color(0xE1BEA0));
    graphics.fillOval(75, 90, 145, 200);
    graphics.dispose();
    for (int i = 0; i < kind.photoSpecks; i++) {
      int x = random.nextInt(295);
      int y = random.nextInt(413);
      int change = random.nextInt(13) - 6;
      image.setRGB(x, y, image.getRGB(x, y) + change * 0x010101);
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", out);
      return Bytes.wrap(out.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException("a picture in memory can be written", e);
    }
  }
}
