package cn.zhixin.verification;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Messages that are made when the first is asked for. Spring wants its messages before anything
 * else of a context, and making them reads all the locales that the JDK knows; pages want them.
 */
final class LaterMessages implements MessageSource {
  private final SingletonSupplier<MessageSource> messages;

  LaterMessages(Supplier<MessageSource> messages) {
    this.messages = SingletonSupplier.of(messages);
  }

  @Override
  public @Nullable String getMessage(
      String code,
      Object @Nullable [] arguments,
      @Nullable String otherwise,
      @Nullable Locale locale) {
    return messages.obtain().getMessage(code, arguments, otherwise, locale);
  }

  @Override
  public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
    return messages.obtain().getMessage(code, arguments, locale);
  }

  @Override
  public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
    return messages.obtain().getMessage(resolvable, locale);
  }
}
