package cn.zhixin.verification.front;

/** The headers in which proxies say who asked them. */
enum ProxyHeaders {
  /** {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}. */
  X_FORWARDED,
  /** {@code Forwarded} (RFC 7239). */
  FORWARDED
}
