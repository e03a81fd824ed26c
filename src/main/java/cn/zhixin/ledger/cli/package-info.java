/**
 * The commands {@code ledger …}: what those who watch or witness a ledger type.
 *
 * <p>Reads arguments, prints for people or programs, chooses exit codes; decides nothing of its
 * own.
 */
@NamedInterface("commands")
@NullMarked
package cn.zhixin.ledger.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
