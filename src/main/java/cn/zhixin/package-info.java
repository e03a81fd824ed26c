/** The program and its command line; each room below it is a package with one door. */
@NullMarked
package cn.zhixin;

import org.jspecify.annotations.NullMarked;
