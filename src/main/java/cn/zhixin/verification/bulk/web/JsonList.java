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
    if (!root.isObject()) {
      throw new MalformedList(ListFault.NOT_AS_DESCRIBED);
    }
    List<ListedRow> rows = new ArrayList<>();
    for (JsonNode code : array(root, "codes")) {
      int index = rows.size();
      rows.add(new ListedRow(index + 1, text(code, "codes[" + index + "]"), "", ""));
    }
    int codes = rows.size();
    for (JsonNode row : array(root, "rows")) {
      String place = "rows[" + (rows.size() - codes) + "]";
      if (!row.isObject()) {
        throw new MalformedList(ListFault.NOT_AS_DESCRIBED, place);
      }
      rows.add(
          new ListedRow(
              rows.size() + 1,
              text(row.path("code"), place + ".code"),
              text(row.path("name"), place + ".name"),
              text(row.path("identity"), place + ".identity")));
    }
    return new JsonList(text(root.path("purpose"), "purpose"), CodeList.of(rows));
  }

  private static JsonNode array(JsonNode root, String name) throws MalformedList {
    JsonNode member = root.path(name);
    if (member.isArray() || isAbsent(member)) {
      return member;
    }
    throw new MalformedList(ListFault.NOT_AS_DESCRIBED, name);
  }

  /** A number in a text's place must not count as one that is not there. */
  private static String text(JsonNode node, String place) throws MalformedList {
    if (node.isString()) {
      return node.stringValue().strip();
    }
    if (isAbsent(node)) {
      return "";
    }
    throw new MalformedList(ListFault.NOT_AS_DESCRIBED, place);
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
