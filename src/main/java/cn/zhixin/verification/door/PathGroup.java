package cn.zhixin.verification.door;

/** What requests are limited together. */
enum PathGroup {
  ANSWERS,
  PAGES,
  HOLDER_MATCH,
  FILES,
  BULK,
  SIGN_IN;

  /**
   * @param path decoded and without dots, as the server looks for its page: {@code /%73ign-in} is
   *     {@code /sign-in}, and what is not known counts as a page
   */
  static PathGroup of(String method, String path) {
    boolean writes = method.equals("POST") || method.equals("PUT");
    if (!writes) {
      return path.startsWith("/v/") || path.startsWith("/api/v1/certificates/") ? ANSWERS : PAGES;
    }
    if (path.startsWith("/v/") || path.startsWith("/api/v1/certificates/")) {
      return HOLDER_MATCH;
    }
    if (path.startsWith("/api/v1/files") || path.startsWith("/file")) {
      return FILES;
    }
    if (path.startsWith("/api/v1/bulk") || path.startsWith("/bulk")) {
      return BULK;
    }
    if (path.equals("/holder")) {
      return HOLDER_MATCH;
    }
    return path.startsWith("/sign-in") ? SIGN_IN : PAGES;
  }
}
