package cn.zhixin.verification.front;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Netty's encoder, which is told when the request was HEAD: such a response has no content. */
final class ResponseEncoder extends HttpResponseEncoder {
  private boolean head;

  void answersHead(boolean answersHead) {
    head = answersHead;
  }

  @Override
  protected boolean isContentAlwaysEmpty(HttpResponse response) {
    return head || super.isContentAlwaysEmpty(response);
  }
}
