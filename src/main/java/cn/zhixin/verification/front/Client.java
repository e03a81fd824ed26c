package cn.zhixin.verification.front;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param address that counts for limits
 * @param secure whether he himself asked over TLS
 * @param host that he asked for, if a proxy said so, or null
 */
record Client(InetAddress address, boolean secure, @Nullable String host) {}
