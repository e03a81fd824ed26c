/**
 * {@code POST /api/v1/files} and the page {@code /file}: what a file of a certificate is worth, for
 * programs and for people, with scripts and without.
 *
 * <p>A file is in memory while it is checked, and in the web server's temporary folder while it
 * arrives; afterwards nowhere.
 */
@NullMarked
package cn.zhixin.verification.files.web;

import org.jspecify.annotations.NullMarked;
