package cn.zhixin.verification.front;

import io.netty.handler.codec.http.HttpContent;

/** A request whose answer is not there at once. Lives on its connection's event loop. */
interface Exchange {
  /** Takes a part of the request's content, which it releases. */
  void content(HttpContent content);

  /** Whether more content is welcome now. */
  boolean wantsContent();

  /** The client takes more of the response again, or takes no more for now. */
  void clientTakes(boolean more);

  /** Nobody waits for the response any more. */
  void clientGone();

  /**
   * The rest of the request cannot be read; the client is told so.
   *
   * @param status that he is told
   */
  void unreadable(int status);
}
