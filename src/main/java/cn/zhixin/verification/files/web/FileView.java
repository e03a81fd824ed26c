package cn.zhixin.verification.files.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page says of a file, in its reader's language.
 *
 * @param name of the verdict or problem, which chooses shape and colour
 * @param plain without a colour: nothing is said against or for a certificate
 * @param registry nothing of a person is shown without a certificate
 * @param differing fields, the registry's value and the file's
 * @param receipt what a genuine receipt says; null for all else
 * @param same names of the fields that agree, as one text
 */
record FileView(
    String name,
    boolean plain,
    String headline,
    String line,
    @Nullable Registered registry,
    List<FileLine> checks,
    List<Differing> differing,
    String same,
    List<String> advice,
    String asOf,
    @Nullable ReceiptView receipt) {
  FileView {
    checks = List.copyOf(checks);
    differing = List.copyOf(differing);
    advice = List.copyOf(advice);
  }

  /**
   * Whose certificate the registry has.
   *
   * @param verdict name of its state
   * @param struck whether name and title are crossed out
   * @param page address of its page
   */
  record Registered(
      String verdict,
      String state,
      String name,
      String title,
      boolean struck,
      List<Fact> facts,
      String page) {
    Registered {
      facts = List.copyOf(facts);
    }
  }

  record Fact(String label, String value) {}

  record Differing(String label, String registry, String file, String source) {}
}
