/**
 * Looks into strangers' files in processes of their own, bounded in memory and time, so that a file
 * that is made to harm harms a process that has nothing to lose: no key, no registry, no
 * environment.
 *
 * <p>Says what a file shows and whether its signatures hold; not whether a certificate is valid,
 * since the processes know no registry. Whatever goes wrong in one ends that process only.
 */
@NullMarked
package cn.zhixin.verification.files.worker;

import org.jspecify.annotations.NullMarked;
