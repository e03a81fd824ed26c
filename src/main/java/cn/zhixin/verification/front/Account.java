package cn.zhixin.verification.front;

/** What became of one request that was handed on; closed once. Confined to its event loop. */
final class Account {
  /** The client left before he had an answer. */
  private static final int LEFT = 499;

  private final Traffic traffic;
  private final String method;
  private final String address;
  private final long began;
  private String route = Traffic.NO_ROUTE;
  private int status = LEFT;
  private long bytes;
  private boolean closed;

  /**
   * @param address as it was asked for
   * @param began nanoseconds of the monotonic clock
   */
  Account(Traffic traffic, String method, String address, long began) {
    this.traffic = traffic;
    this.method = method;
    this.address = address;
    this.began = began;
  }

  String method() {
    return method;
  }

  String address() {
    return address;
  }

  void head(String foundRoute, int givenStatus) {
    route = foundRoute;
    status = givenStatus;
  }

  void sent(int count) {
    bytes += count;
  }

  void close() {
    if (!closed) {
      closed = true;
      traffic.handedOn(this, route, status, System.nanoTime() - began, bytes);
    }
  }
}
