/**
 * 查验: is this certificate genuine, still valid, and whose? On a page, as an API, and offline for a
 * file or the text of a QR.
 *
 * <p>Never answers {@code VALID} after a revocation was acknowledged; what cannot be confirmed is
 * said to be unconfirmed. Holds public keys only.
 */
@ApplicationModule(
    allowedDependencies = {
      "encoding",
      "sheet",
      "catalogue",
      "people",
      "certificate",
      "ledger",
      "ledger :: note",
      "ledger :: merkle",
      "ledger :: following",
      "signing",
      "document",
      "document :: reading",
      "role",
      "storage"
    })
@NullMarked
package cn.zhixin.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
