/**
 * Which organisation asks: by the session of a browser, or by the API key of a program.
 *
 * <p>Says who it is and allows nothing by itself.
 */
@NullMarked
package cn.zhixin.verification.employers;

import org.jspecify.annotations.NullMarked;
