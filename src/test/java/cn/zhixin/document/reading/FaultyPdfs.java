package cn.zhixin.document.reading;

import java.util.Map;

/** One fault a document, with the reason it must be refused for. */
final class FaultyPdfs {
  private FaultyPdfs() {}

  /** Named for their faults. */
  static Map<String, FaultExamples.Example> examples() throws Exception {
    FaultExamples examples = new FaultExamples();
    FaultyFiles.addTo(examples);
    FaultySignatures.addTo(examples);
    FaultyContents.addTo(examples);
    return examples.all();
  }
}
