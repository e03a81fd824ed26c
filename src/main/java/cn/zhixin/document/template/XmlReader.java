package cn.zhixin.document.template;

import cn.zhixin.document.MalformedTemplate;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an SVG file into elements; no document type, no entities from outside. */
final class XmlReader {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int DEEPEST = 64;

  private final String file;
  private final XMLStreamReader in;

  private XmlReader(String file, XMLStreamReader in) {
    this.file = file;
    this.in = in;
  }

  static XmlElement read(String file, byte[] content) throws MalformedTemplate {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(content));
      try {
        while (in.next() != XMLStreamConstants.START_ELEMENT) {
          if (in.getEventType() == XMLStreamConstants.DTD) {
            throw new MalformedTemplate(file, 1, "a document type is not allowed");
          }
        }
        return new XmlReader(file, in).element(0);
      } finally {
        in.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new MalformedTemplate(file, line, "not well-formed XML", e);
    }
  }

  private XmlElement element(int depth) throws XMLStreamException, MalformedTemplate {
    int line = in.getLocation().getLineNumber();
    String name = in.getLocalName();
    if (!SVG.equals(in.getNamespaceURI())) {
      throw new MalformedTemplate(file, line, "<" + name + "> is not in the namespace " + SVG);
    }
    if (depth > DEEPEST) {
      throw new MalformedTemplate(file, line, "nested more than " + DEEPEST + " deep");
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String namespace = in.getAttributeNamespace(i);
      // Editors keep notes of their own in other namespaces; they draw nothing.
      if (namespace == null || namespace.isEmpty()) {
        attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
      }
    }
    List<XmlElement> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (in.next() != XMLStreamConstants.END_ELEMENT) {
      switch (in.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(in.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new MalformedTemplate(
                file,
                in.getLocation().getLineNumber(),
                "entity &" + in.getLocalName() + "; unknown");
        default -> {
          // Comments and processing instructions draw nothing.
        }
      }
    }
    return new XmlElement(name, attributes, List.copyOf(children), text.toString(), line);
  }
}
