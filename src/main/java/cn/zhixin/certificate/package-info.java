/**
 * The registry: one certificate, its number, code, claims and life as an append-only list of
 * events.
 *
 * <p>State is derived from events and never stored as truth of its own. A result is issued at most
 * once, a number or code is never used twice, an event is never changed or removed. Makes no
 * document and no signature.
 */
@ApplicationModule(allowedDependencies = {"encoding", "catalogue", "ledger", "storage"})
@NullMarked
package cn.zhixin.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
