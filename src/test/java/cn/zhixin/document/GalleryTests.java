package cn.zhixin.document;

import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class GalleryTests {
  @Test
  void draws() throws Exception {
    TestAuthority authority = new TestAuthority();
    DocumentTemplates templates = DocumentTemplates.in(Path.of("templates"));
    for (String id : List.of("official-landscape", "official-landscape-bilingual")) {
      DocumentTemplate t = templates.load(id);
      CompiledTemplate c = t.compile(Certificates.ISSUER, Map.of("address", "zc.weihai.example"));
      DocumentRenderer r = c.newRenderer(authority.newSigner());
      Files.write(
          Path.of("target/" + id + "-photo.pdf"),
          r.render(Certificates.content(Certificates.photo())).pdf().toArray());
      List<String> all =
          new ArrayList<>(
              List.of(
                  "holderName",
                  "古丽巴哈尔·阿卜杜热合曼·𬭎𬬻𬱖㛃龑䶮𠅤",
                  "employer",
                  "中国（上海）自由贸易试验区临港新片区智能制造与高端装备协同创新研究院有限责任公司第二分公司",
                  "committee",
                  "新疆维吾尔自治区巴音郭楞蒙古自治州工程技术系列水利水电专业高级职称评审委员会",
                  "specialty",
                  "机械设计制造及其自动化（含智能装备、工业机器人）",
                  "title",
                  "正高级工艺美术师（工业设计）",
                  "series",
                  "工程技术人才（工业和信息化）",
                  "approvalDocument",
                  "新人社职称函〔2025〕第1234号（补充公布）"));
      for (var e : t.sample().entrySet())
        if (e.getKey().endsWith("English")) {
          all.add(e.getKey());
          all.add(e.getValue());
        }
      Files.write(
          Path.of("target/" + id + "-long.pdf"),
          r.render(Certificates.content(null, all.toArray(String[]::new))).pdf().toArray());
    }
  }
}
