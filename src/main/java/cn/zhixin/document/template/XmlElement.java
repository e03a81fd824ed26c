package cn.zhixin.document.template;

import java.util.List;
import java.util.Map;

/**
 * An element of the SVG as it stands in the file.
 *
 * @param attributes those without a namespace, by name
 * @param text all character data directly inside
 * @param line where its start tag ends
 */
record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String text, int line) {

  String attribute(String name, String otherwise) {
    return attributes.getOrDefault(name, otherwise);
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }
}
