/**
 * Measurements: contestants run in turn on one thread, in short slices, so that a noisy machine
 * troubles all of them alike and their ratios hold.
 *
 * <p>{@code mvn -Pbench -Dbench=NAME verify} prints a table and writes {@code
 * target/bench/NAME.json}.
 */
@NullMarked
package cn.zhixin.bench;

import org.jspecify.annotations.NullMarked;
