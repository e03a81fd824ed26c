package cn.zhixin.verification.receipts;

import cn.zhixin.verification.PublicRole;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The key that signs receipts; it can sign nothing else.
 *
 * @param keyStore PKCS#12 file; none: this node gives no receipts
 * @param password of the file, ASCII
 * @param passwordFile a file whose first line is the password, instead of {@code password}
 * @param trust certificates, PEM or DER, of past keys whose receipts are still recognised here
 */
@PublicRole
@ConfigurationProperties("zhixin.receipts")
public record ReceiptProperties(
    @Nullable Resource keyStore,
    @Nullable String password,
    @Nullable Resource passwordFile,
    @DefaultValue List<Resource> trust) {
  public ReceiptProperties {
    trust = List.copyOf(trust);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "ReceiptProperties[keyStore=" + keyStore + "]";
  }
}
