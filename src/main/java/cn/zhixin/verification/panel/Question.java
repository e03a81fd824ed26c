package cn.zhixin.verification.panel;

import cn.zhixin.verification.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked about a certificate.
 *
 * @param at to the minute for shares
 * @param organisation null for a visitor who was not signed in
 * @param purpose the organisation's own, or the holder's for a share
 * @param answered the verdict that was told
 * @param times how often in that minute
 */
public record Question(
    Instant at,
    Kind kind,
    @Nullable String organisation,
    String purpose,
    Verdict answered,
    long times) {
  /** How it was asked. */
  public enum Kind {
    /** By an organisation, with many others. */
    BULK,
    /** Through a share's page. */
    SHARE,
    /** The PDF was taken from a share's page. */
    SHARE_FILE
  }
}
