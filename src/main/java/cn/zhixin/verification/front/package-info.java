/**
 * The public port: Netty with its own HTTP codec. Answers what a code stands for from its event
 * loops, and hands every other request on to the pages' server on the loopback interface.
 *
 * <p>Knows no page and makes no verdict. What it hands on has been decoded and is encoded anew, so
 * both servers agree on where a request ends; the client's address and scheme travel in a header
 * that only the front can write. No event loop ever waits.
 */
@NullMarked
package cn.zhixin.verification.front;

import org.jspecify.annotations.NullMarked;
