/**
 * The commands {@code organisation …} and {@code api-key …}: what an administrator types.
 *
 * <p>Reads arguments, prints for people, chooses exit codes; decides nothing of its own. Prints a
 * key's secret once, when it is made.
 */
@NamedInterface("commands")
@NullMarked
package cn.zhixin.people.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
