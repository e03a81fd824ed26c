package cn.zhixin;

/** The address of a server as a message may show it: without user, password and parameters. */
final class ShownAddress {
  private static final String HIDDEN = "…";

  private ShownAddress() {}

  static String of(String address) {
    int scheme = address.indexOf("//") < 0 ? 0 : address.indexOf("//") + 2;
    int user = address.lastIndexOf('@');
    int parameters = address.indexOf('?');
    if (user < 0) {
      return parameters < 0 ? address : address.substring(0, parameters);
    }
    String start = address.substring(0, Math.min(scheme, user)) + HIDDEN;
    if (parameters >= 0 && parameters < user) {
      // a password with a question mark in it, or a parameter with an @
      return start;
    }
    return start + address.substring(user, parameters < 0 ? address.length() : parameters);
  }
}
