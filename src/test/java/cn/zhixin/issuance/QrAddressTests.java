package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.zhixin.certificate.VerificationCode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrAddressTests {
  private static final VerificationCode CODE = new VerificationCode("0000000000000000");

  @Test
  void leadsToThePageOfTheCode() {
    QrAddress address = new QrAddress(URI.create("https://zc.weihai.gov.cn"));

    assertThat(address.pageOf(CODE)).isEqualTo("https://zc.weihai.gov.cn/v/0000000000000000");
    assertThat(address.typed()).isEqualTo("zc.weihai.gov.cn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS://zc.weihai.gov.cn",
        "https://ZC.weihai.gov.cn",
        "https://zc.weihai.gov.cn/",
        "https://zc.weihai.gov.cn/path",
        "https://zc.weihai.gov.cn?a=b",
        "ftp://zc.weihai.gov.cn",
        "zc.weihai.gov.cn",
        "https://zc weihai"
      })
  void refusesWhatAPhonesCameraWouldNotOpenOrACodeCouldNotFollow(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QrAddress.of(address))
        .withMessageContaining("zhixin.public-address 应")
        .withMessageContaining("“" + address + "”");
  }
}
