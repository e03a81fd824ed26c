package cn.zhixin.verification.bulk.web;

import cn.zhixin.verification.bulk.CodeList;
import cn.zhixin.verification.bulk.ListFault;
import cn.zhixin.verification.bulk.ListedRow;
import cn.zhixin.verification.bulk.MalformedList;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code {"purpose": …, "codes": ["…"]}}, or with {@code "rows": [{"code", "name", "identity"}]} in
 * place of the codes.
 */
record JsonList(String purpose, CodeList list) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static JsonList read(byte[] body) throws MalformedList {
    JsonNode root;
    try {
      root = MAPPER.readTree(body);
    } catch (JacksonException e) {
      MalformedList malformed = new MalformedList(ListFault.NOT_A_TABLE);
      malformed.initCause(e);
      throw malformed;
    }
    List<ListedRow> rows = new ArrayList<>();
    for (JsonNode code : root.path("codes")) {
      rows.add(new ListedRow(rows.size() + 1, text(code), "", ""));
    }
    for (JsonNode row : root.path("rows")) {
      rows.add(
          new ListedRow(
              rows.size() + 1,
              text(row.path("code")),
              text(row.path("name")),
              text(row.path("identity"))));
    }
    return new JsonList(text(root.path("purpose")), CodeList.of(rows));
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.stringValue().strip() : "";
  }
}
