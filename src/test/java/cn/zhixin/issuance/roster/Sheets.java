package cn.zhixin.issuance.roster;

import cn.zhixin.sheet.Cell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a reader of a file's first sheet sees. */
final class Sheets {
  private Sheets() {}

  static List<List<String>> texts(Path file) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    RosterFile.open(file)
        .get(0)
        .visit(
            row -> {
              rows.add(row.cells().stream().map(Cell::text).toList());
              return true;
            });
    return rows;
  }

  /** Addresses of the cells with a coloured ground, out of the raw parts of the workbook. */
  static List<String> filledCells(Path file) throws Exception {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<Boolean> filled =
          elements(zip, "xl/styles.xml", "cellXfs", "xf").stream()
              .map(style -> Integer.parseInt(style.getAttribute("fillId")) > 1)
              .toList();
      return elements(zip, "xl/worksheets/sheet1.xml", "sheetData", "c").stream()
          .filter(cell -> !cell.getAttribute("s").isEmpty())
          .filter(cell -> filled.get(Integer.parseInt(cell.getAttribute("s"))))
          .map(cell -> cell.getAttribute("r"))
          .toList();
    }
  }

  private static List<Element> elements(ZipFile zip, String part, String in, String name)
      throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(zip.getInputStream(zip.getEntry(part)))
            .getDocumentElement();
    NodeList nodes = ((Element) root.getElementsByTagName(in).item(0)).getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
