package cn.zhixin.verification.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressLimiterTests {
  private final List<Decision.Refused> told = new ArrayList<>();

  private AddressLimiter limiter(String... allowances) throws Exception {
    List<Allowance> all = Arrays.stream(allowances).map(Allowance::valueOf).toList();
    return new AddressLimiter(
        Limit.all("answers", all), Set.of(InetAddress.getByName("::1")), () -> 7, told::add);
  }

  @Test
  void countsAnIpv6NetworkOf64BitsAsOneSubscriber() throws Exception {
    AddressLimiter limiter = limiter("2/1m");

    assertAdmitted(limiter, "2001:db8:1:2::1");
    assertAdmitted(limiter, "2001:db8:1:2:ffff::2");
    assertRefused(limiter, "2001:db8:1:2:3:4:5:6");
    assertAdmitted(limiter, "2001:db8:1:3::1");
    assertThat(told).hasSize(1);
  }

  @Test
  void tellsNeighbouringIpv4AddressesApartAndMappedOnesNot() throws Exception {
    AddressLimiter limiter = limiter("1/1m");

    assertAdmitted(limiter, "203.0.113.7");
    assertRefused(limiter, "203.0.113.7");
    assertRefused(limiter, "::ffff:203.0.113.7");
    assertAdmitted(limiter, "203.0.113.8");
    assertAdmitted(limiter, "255.255.255.255");
  }

  @Test
  void holdsAllOfSeveralLimits() throws Exception {
    AddressLimiter limiter = limiter("3/1s", "2/1h");

    assertAdmitted(limiter, "203.0.113.7");
    assertAdmitted(limiter, "203.0.113.7");
    assertThat(((Decision.Refused) decide(limiter, "203.0.113.7")).limit().name())
        .isEqualTo("answers-3600s");
  }

  @Test
  void countsNothingOfExemptAddressesNorWithoutLimits() throws Exception {
    AddressLimiter limiter = limiter("1/1d");
    AddressLimiter open = limiter();

    for (int i = 0; i < 9; i++) {
      assertAdmitted(limiter, "::1");
      assertAdmitted(open, "203.0.113.7");
    }
  }

  @Test
  void refusesLimitsThatMakeNoSense() {
    for (String text : new String[] {"0/1m", "5", "5/0s", "-1/1m", "5/367d", "x/1m", "5/soon"}) {
      assertThatThrownBy(() -> Allowance.valueOf(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Decision decide(AddressLimiter limiter, String address) throws Exception {
    return limiter.decide(InetAddress.getByName(address));
  }

  private static void assertAdmitted(AddressLimiter limiter, String address) throws Exception {
    assertThat(decide(limiter, address)).isInstanceOf(Decision.Admitted.class);
  }

  private static void assertRefused(AddressLimiter limiter, String address) throws Exception {
    assertThat(decide(limiter, address)).isInstanceOf(Decision.Refused.class);
  }
}
