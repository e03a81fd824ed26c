package cn.zhixin.document;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** The rules a PDF breaks, as veraPDF finds them. */
public final class VeraPdf {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private VeraPdf() {}

  /** Broken rules as {@code flavour clause-test}; empty if the file is compliant to all. */
  public static List<String> brokenRules(Bytes pdf, PDFAFlavour... flavours) throws Exception {
    List<String> broken = new ArrayList<>();
    for (PDFAFlavour flavour : flavours) {
      try (PDFAParser parser =
              Foundries.defaultInstance()
                  .createParser(new ByteArrayInputStream(pdf.toArray()), flavour);
          PDFAValidator validator =
              Foundries.defaultInstance().createValidator(flavour, 10, false, true, false)) {
        ValidationResult result = validator.validate(parser);
        result
            .getFailedChecks()
            .keySet()
            .forEach(
                rule ->
                    broken.add(
                        flavour.getId() + " " + rule.getClause() + "-" + rule.getTestNumber()));
        if (result.getTotalAssertions() < 100) {
          broken.add(flavour.getId() + ": only " + result.getTotalAssertions() + " assertions");
        }
        if (!result.isCompliant() && broken.isEmpty()) {
          broken.add(flavour.getId() + " not compliant");
        }
      }
    }
    return broken;
  }
}
