package cn.zhixin.verification.receipts;

import cn.zhixin.document.reading.PdfFault;
import cn.zhixin.document.reading.ReceiptPdf;
import cn.zhixin.document.reading.ReceiptPdfReader;
import cn.zhixin.document.reading.ReceiptReading;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.signing.CmsOutcome;
import cn.zhixin.signing.CmsVerifier;
import cn.zhixin.signing.JsonOutcome;
import cn.zhixin.signing.JsonSignature;
import cn.zhixin.signing.KeyPurpose;
import cn.zhixin.signing.SignatureLevel;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.Wording;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Verifies receipts, as PDF or as signed JSON, by the certificates that the caller trusts. Never
 * throws on account of what it is given. Safe for all threads.
 */
public final class ReceiptCheck {
  private static final Bytes PDF = Bytes.ofUtf8("%PDF-");

  private final TrustAnchors anchors;
  private final InstantSource clock;
  private final ReceiptPdfReader reader = new ReceiptPdfReader();

  public ReceiptCheck(TrustAnchors anchors, InstantSource clock) {
    this.anchors = anchors;
    this.clock = clock;
  }

  /** Whose receipts are recognised, directly or through an authority. */
  public List<X509Certificate> trusted() {
    return anchors.certificates();
  }

  public ReceiptFinding check(Bytes file) {
    if (file.size() > ReceiptPdfReader.MAXIMUM_BYTES * 2) {
      return new ReceiptFinding.NotAReceipt();
    }
    if (file.size() > PDF.size() && file.slice(0, PDF.size()).equals(PDF)) {
      return checkPdf(file);
    }
    return JsonSignature.looksLike(file)
        ? checkJson(file, clock.instant(), Optional.empty())
        : new ReceiptFinding.NotAReceipt();
  }

  private ReceiptFinding checkPdf(Bytes file) {
    ReceiptReading reading = reader.read(file);
    if (reading instanceof ReceiptReading.Refused refused) {
      PdfFault fault = refused.reason();
      return refused.carriesReceipt()
          ? new ReceiptFinding.NotGenuine(
              fault.code(), new Wording(fault.chinese(), fault.english()))
          : new ReceiptFinding.NotAReceipt();
    }
    ReceiptPdf pdf = (ReceiptPdf) reading;
    CmsOutcome outcome =
        new CmsVerifier(anchors).verify(pdf.cms(), pdf.signedRanges(), clock.instant());
    if (outcome instanceof CmsOutcome.Failed failed) {
      return new ReceiptFinding.NotGenuine(
          failed.fault().code(), new Wording(failed.fault().chinese(), failed.fault().english()));
    }
    if (outcome instanceof CmsOutcome.CannotTell cannot) {
      return new ReceiptFinding.CannotTell(
          cannot.gap().code(),
          new Wording(cannot.gap().chinese(), cannot.gap().english()),
          cannot.stampedBy());
    }
    CmsOutcome.Passed passed = (CmsOutcome.Passed) outcome;
    if (!KeyPurpose.isForReceipts(passed.signer())) {
      return new ReceiptFinding.NotGenuine(
          "WRONG_KEY_USAGE",
          new Wording("签名密钥不是核验报告专用的密钥。", "The signing key is not one for receipts."));
    }
    // the chain was valid when the document was signed, by whoever says when
    return checkJson(
        pdf.receipt(),
        passed.time(),
        passed.level() == SignatureLevel.B_B ? Optional.empty() : Optional.of(passed.time()));
  }

  private ReceiptFinding checkJson(Bytes json, Instant at, Optional<Instant> signedAt) {
    JsonOutcome outcome =
        JsonSignature.verify(json, ReceiptJson.TYPE, KeyPurpose.RECEIPT, anchors, at);
    if (outcome instanceof JsonOutcome.Failed failed) {
      return new ReceiptFinding.NotGenuine(
          failed.fault().name(), new Wording(failed.fault().chinese(), failed.fault().english()));
    }
    if (outcome instanceof JsonOutcome.CannotTell cannot) {
      return new ReceiptFinding.CannotTell(
          cannot.gap().code(),
          new Wording(cannot.gap().chinese(), cannot.gap().english()),
          Optional.empty());
    }
    JsonOutcome.Passed passed = (JsonOutcome.Passed) outcome;
    try {
      return new ReceiptFinding.Genuine(ReceiptJson.read(passed.payload()), passed.key(), signedAt);
    } catch (IllegalArgumentException e) {
      return new ReceiptFinding.NotGenuine(
          "MALFORMED", new Wording("核验报告的内容有误。", "The receipt's content is malformed."));
    }
  }
}
