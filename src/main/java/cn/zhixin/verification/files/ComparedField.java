package cn.zhixin.verification.files;

import cn.zhixin.verification.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One field of the registry beside the file's.
 *
 * @param name stable, as the public answer has it; {@code credential} for the signature in the QR
 * @param file what the file's signed credential says, or null: the page does not show the
 *     registry's value, or what it carries is signed by no issuer and not repeated
 */
public record ComparedField(
    String name, Wording registry, @Nullable Wording file, Source source, boolean same) {
  /** Where in the file the other value stands. */
  public enum Source {
    /** The credential in the QR symbol or the attachment. */
    CREDENTIAL,
    /** The text of the page. */
    PAGE
  }
}
