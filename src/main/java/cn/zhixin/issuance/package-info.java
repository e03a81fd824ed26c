/**
 * 发证: from a roster to issued certificates, and what may happen to one afterwards: correction,
 * suspension, revocation, cancellation.
 *
 * <p>A row passes each step once; a step's result is durable before the next step uses it, so a
 * batch that was killed anywhere is finished by the next start.
 */
@ApplicationModule(
    allowedDependencies = {
      "background",
      "encoding",
      "sheet",
      "catalogue",
      "certificate",
      "signing",
      "document",
      "embedded",
      "ledger",
      "role",
      "storage"
    })
@NullMarked
package cn.zhixin.issuance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
