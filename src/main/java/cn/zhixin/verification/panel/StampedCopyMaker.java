package cn.zhixin.verification.panel;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.Refusal;
import cn.zhixin.document.StampedCopies;
import cn.zhixin.signing.KeyRefused;
import cn.zhixin.signing.UnstampedSignature;
import cn.zhixin.storage.Packs;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.Answers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the stamped copy of a share 用途加注: only while share and certificate are valid. Safe for all
 * threads.
 */
public final class StampedCopyMaker {
  private static final Logger LOG = LoggerFactory.getLogger(StampedCopyMaker.class);

  private final Answers answers;
  private final CertificateFiles files;
  private final CopySigners signers;
  private final Shares shares;
  private final StampedCopies copies;
  private final Clock clock;

  StampedCopyMaker(
      Answers answers,
      CertificateFiles files,
      CopySigners signers,
      Shares shares,
      StampedCopies copies,
      Clock clock) {
    this.answers = answers;
    this.files = files;
    this.signers = signers;
    this.shares = shares;
    this.copies = copies;
    this.clock = clock;
  }

  /** Whether this node can sign copies at all. */
  public boolean hasKey() {
    return signers.newSigner().isPresent();
  }

  /**
   * @param address of shares, ending in {@code /s/}
   */
  public StampedCopyMaking make(Share share, String address) {
    ShareCode shareCode = share.shareCode();
    if (shareCode == null || share.state(clock.instant()) != Share.State.VALID) {
      return new StampedCopyMaking.NoShare();
    }
    if (!(answers.answer(share.code()) instanceof Answer.Found found)
        || found.entry().facts().verdict() != Verdict.VALID) {
      return new StampedCopyMaking.NotValid();
    }
    Optional<DocumentSigner> signer = signers.newSigner();
    if (signer.isEmpty()) {
      return new StampedCopyMaking.NoKey();
    }
    if (!(files.of(share.code()) instanceof Packs.Sound original)) {
      return new StampedCopyMaking.NoFile();
    }
    Instant at = shares.stamped(share.id());
    try {
      return new StampedCopyMaking.Made(
          copies
              .make(
                  original.content(),
                  StampWords.of(share, shareCode, found.entry().facts(), address, at),
                  signer.get())
              .pdf());
    } catch (KeyRefused | UnstampedSignature e) {
      LOG.error("a stamped copy cannot be signed: {}", e.getMessage());
      return new StampedCopyMaking.NoKey();
    } catch (ContentRefused e) {
      if (e.refusal() instanceof Refusal.MissingGlyph missing) {
        return new StampedCopyMaking.NoGlyph(missing.codePoint());
      }
      throw new IllegalStateException("a stamp with an address of ours can be drawn", e);
    }
  }
}
