package cn.zhixin.verification.panel;

import cn.zhixin.document.DocumentSigner;
import java.util.Optional;

/** Signs stamped copies as their maker, which is this service and no issuing authority. */
@FunctionalInterface
public interface CopySigners {
  /** A signer for one thread; empty where this node has no key for it, or none that is valid. */
  Optional<DocumentSigner> newSigner();
}
