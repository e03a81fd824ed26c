package cn.zhixin.verification.offline;

import cn.zhixin.verification.Language;
import java.io.PrintWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints one report after another, so that none must wait in memory for the last. */
interface VerifyOutput extends AutoCloseable {
  void add(OfflineReport report);

  /** Prints what stands at the end. */
  @Override
  void close();

  /** A JSON array. */
  static VerifyOutput json(PrintWriter out, Language language) {
    SequenceWriter array =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writer()
            .writeValuesAsArray(out);
    return new VerifyOutput() {
      @Override
      public void add(OfflineReport report) {
        array.write(report.members(language));
      }

      @Override
      public void close() {
        array.flush();
        array.close();
        out.println();
      }
    };
  }
}
