package cn.zhixin.verification.receipts;

import cn.zhixin.encoding.Bytes;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A receipt's content as JSON, the payload of its signature. */
public final class ReceiptJson {
  /** {@code typ} of the signature. */
  static final String TYPE = "zhixin-receipt+json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ReceiptJson() {}

  public static Bytes write(Receipt receipt) {
    return Bytes.wrap(MAPPER.writeValueAsBytes(receipt));
  }

  /**
   * @throws IllegalArgumentException if the bytes are not a receipt's
   */
  public static Receipt read(Bytes json) {
    try {
      return MAPPER.readValue(json.unsafeArray(), Receipt.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a receipt", e);
    }
  }
}
