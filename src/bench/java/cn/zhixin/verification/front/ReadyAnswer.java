package cn.zhixin.verification.front;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.answers.Answer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** One answer over HTTP from memory, as an event loop puts it together. For one thread. */
public final class ReadyAnswer {
  private final AnswerBytes bytes = new AnswerBytes("default-src 'none'", true);
  private final Answer.Found found;
  private final Asked asked;

  public ReadyAnswer(Answer.Found found) {
    this.found = found;
    this.asked =
        new Asked(new CodeReading.Read(found.code()), Language.CHINESE, null, false, false);
  }

  /** Head and body in a buffer, which is given back; gives their length. */
  public int respond() {
    ByteBuf response =
        bytes.of(found, asked, null, true, System.nanoTime(), ByteBufAllocator.DEFAULT).bytes();
    int length = response.readableBytes();
    response.release();
    return length;
  }
}
