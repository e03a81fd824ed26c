package cn.zhixin.bench;

import java.time.Instant;

/** How a peer signs a finished PDF: PAdES B-B, by an incremental update. */
interface PdfSigning {
  /**
   * @param at the time that the signature claims
   */
  byte[] sign(byte[] pdf, Instant at) throws Exception;
}
