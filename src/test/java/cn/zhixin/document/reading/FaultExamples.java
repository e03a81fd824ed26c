package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import java.util.Map;
import java.util.TreeMap;

/** Faulty documents by the names of their faults. */
final class FaultExamples {
  record Example(PdfFault reason, Bytes file) {}

  private final Map<String, Example> all = new TreeMap<>();

  void add(String fault, PdfFault reason, String file) {
    if (all.put(fault, new Example(reason, SamplePdf.bytes(file))) != null) {
      throw new IllegalStateException("two examples of " + fault);
    }
  }

  void add(String fault, PdfFault reason, SamplePdf sample) {
    add(fault, reason, sample.text());
  }

  Map<String, Example> all() {
    return all;
  }
}
