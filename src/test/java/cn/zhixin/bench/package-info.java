/**
 * Measurements: contestants run in turn on one thread, in short slices, so that a noisy machine
 * troubles all of them alike and their ratios hold.
 *
 * <p>{@code mvn -Pbench -Dbench=NAME verify} prints a table and writes {@code
 * target/bench/NAME.json}. What the guard {@code IssuingCostTests} needs of it stands with the
 * tests, the rest in {@code src/bench}.
 */
@NullMarked
package cn.zhixin.bench;

import org.jspecify.annotations.NullMarked;
