/**
 * The commands {@code issue} and {@code certificate …}: what committee staff and operators type.
 *
 * <p>Reads arguments, prints for people, chooses exit codes; decides nothing of its own.
 */
@NamedInterface("commands")
@NullMarked
package cn.zhixin.issuance.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
