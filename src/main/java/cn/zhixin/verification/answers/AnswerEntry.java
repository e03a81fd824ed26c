package cn.zhixin.verification.answers;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Verdict;
import java.time.Instant;

/**
 * One certificate's answer, ready-made: what every cache holds. Immutable.
 *
 * <p>The same certificate in the same state gives the same bytes on every node, as long as the
 * database goes on without interruption.
 */
public final class AnswerEntry {
  /** Of what was read before this node knew which database it reads. No cache keeps it. */
  static final long NO_HISTORY = 0;

  private final long history;
  private final VerificationCode code;
  private final int version;
  private final Verdict verdict;
  private final TimedJson chinese;
  private final TimedJson english;
  private final Bytes facts;
  private final String[] tags = new String[Language.values().length];

  AnswerEntry(
      long history,
      VerificationCode code,
      int version,
      Verdict verdict,
      TimedJson chinese,
      TimedJson english,
      Bytes facts) {
    this.history = history;
    this.code = code;
    this.version = version;
    this.verdict = verdict;
    this.chinese = chinese;
    this.english = english;
    this.facts = facts;
  }

  static AnswerEntry of(long history, VerificationCode code, CertificateFacts facts) {
    return new AnswerEntry(
        history,
        code,
        facts.version(),
        facts.verdict(),
        AnswerJson.write(facts, Language.CHINESE),
        AnswerJson.write(facts, Language.ENGLISH),
        AnswerJson.writeFacts(facts));
  }

  public VerificationCode code() {
    return code;
  }

  /** The database's when this was read, or an earlier one's. */
  public long history() {
    return history;
  }

  /** Of the certificate's state; at least 1. */
  public int version() {
    return version;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** The answer of the public API, UTF-8. */
  public byte[] json(Language language, Instant asOf) {
    return timed(language).at(asOf);
  }

  /**
   * A weak entity tag (RFC 9110 §8.8.3): equal for answers that differ in their time only.
   *
   * @return with its {@code W/} and quotes
   */
  public String entityTag(Language language) {
    // two threads may make the same one
    String tag = tags[language.ordinal()];
    if (tag == null) {
      tag = "W/\"" + version + "-" + timed(language).contentHash() + "\"";
      tags[language.ordinal()] = tag;
    }
    return tag;
  }

  public CertificateFacts facts() {
    return AnswerJson.readFacts(facts);
  }

  /** The answer of the public API, ready but for its time. */
  public TimedJson timed(Language language) {
    return language == Language.ENGLISH ? english : chinese;
  }

  Bytes encodedFacts() {
    return facts;
  }

  /** In bytes, for a cache that is bounded by them; with what is attached to the documents. */
  int size() {
    return 2 * (chinese.template().size() + english.template().size()) + facts.size();
  }
}
