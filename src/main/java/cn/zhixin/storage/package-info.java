/**
 * Files that outlive a power cut once they are written: what documents and the ledger's tiles have
 * in common.
 *
 * <p>Knows nothing of what is in them, and keeps no index of its own.
 */
@ApplicationModule(allowedDependencies = "encoding")
@NullMarked
package cn.zhixin.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
