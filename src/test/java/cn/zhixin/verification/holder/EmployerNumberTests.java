package cn.zhixin.verification.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.catalogue.UnifiedCreditCode;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.NewApiKey;
import cn.zhixin.people.Organisation;
import cn.zhixin.people.Organisations;
import cn.zhixin.people.Sessions;
import cn.zhixin.verification.web.PublicClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Those who ask with the right numbers while strangers guess: employers with keys, and whoever
 * reads the page.
 */
class EmployerNumberTests extends NumberGuesses {
  @Autowired private Organisations organisations;
  @Autowired private ApiKeys keys;
  @Autowired private Sessions sessions;

  private NewApiKey employer(String name, String creditCode) {
    UnifiedCreditCode code = new UnifiedCreditCode(creditCode);
    Organisation organisation =
        organisations
            .add(name, code)
            .orElseGet(() -> organisations.find(code.value()).orElseThrow());
    return keys.create(organisation, "人事科");
  }

  private NewApiKey bank() {
    return employer("荣成农商银行", creditCode("91371082MA3C1P2X8"));
  }

  private NewApiKey builder() {
    return employer("威海建工", creditCode("91371000166700001"));
  }

  private static String creditCode(String first17) {
    for (char check : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
      if (UnifiedCreditCode.check(first17 + check) == UnifiedCreditCode.Check.RIGHT) {
        return first17 + check;
      }
    }
    throw new IllegalArgumentException("no check character fits");
  }

  private static String[] as(NewApiKey key) {
    return new String[] {"Authorization", "Bearer " + key.secret().reveal()};
  }

  @Test
  void hindersNoEmployerWhoSaysWhoItIsAndCountsEachForItself() throws Exception {
    NewApiKey bank = bank();
    useUp(CODE);
    assertThat(matches(number(CODE, TAIL, as(bank)))).isTrue();
    assertThat(useUp(CODE, as(bank))).isEqualTo(5);
    HttpResponse<String> refused = number(CODE, TAIL, as(bank));
    assertThat(refused.body()).contains("贵单位");
    // another key of the same organisation is no other organisation
    assertThat(number(CODE, TAIL, as(bank())).statusCode()).isEqualTo(429);
    assertThat(matches(number(CODE, TAIL, as(builder())))).isTrue();
  }

  @Test
  void refusesAKeyThatIsNoneRatherThanTakingItsOwnerForAStranger() throws Exception {
    NewApiKey revoked = builder();
    keys.revoke(revoked.key().id());
    HttpResponse<String> refused = number(CODE, TAIL, as(revoked));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void countsListsOfAnEmployerTogetherWithItsSingleQuestions() throws Exception {
    NewApiKey bank = bank();
    useUp(CODE, as(bank));
    String row = "{\"code\":\"" + CODE + "\",\"identity\":\"" + TAIL + "\"}";
    String list = "{\"purpose\":\"招聘\",\"rows\":[" + row + "]}";
    assertThat(listed(list, bank)).isEqualTo("NOT_COMPARED");
    assertThat(listed(list, builder())).isEqualTo("MATCHES");
  }

  private String listed(String list, NewApiKey key) throws Exception {
    HttpResponse<String> answer = client.postJson("/api/v1/bulk", list, as(key));
    while (answer.statusCode() == 202 || PublicClient.json(answer).path("results").isEmpty()) {
      Thread.sleep(50);
      String location = "/api/v1/bulk/" + PublicClient.json(answer).path("id").asString();
      answer = client.get(location, as(key));
    }
    return PublicClient.json(answer).path("results").get(0).path("identity").asString();
  }

  @Test
  void saysOnThePageWhatCanBeDoneMeanwhile() throws Exception {
    useUp(CODE);
    HttpResponse<String> page = form("tail=" + TAIL + "&lang=en", "");
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("Retry-After")).isPresent();
    assertThat(page.body())
        .contains("Numbers are not compared for now", "not necessarily by you", "the name alone")
        .contains("China time")
        .doesNotContain(TAIL);
    assertThat(form("name=%E4%B8%9B%E5%9F%B9%E5%85%83&lang=en", "").body()).contains("They match");

    String cookie = "zhixin=" + sessions.open(bank().key()).value();
    assertThat(form("tail=" + TAIL + "&lang=en", cookie).body()).contains("They match");
  }

  private HttpResponse<String> form(String form, String cookie) throws Exception {
    return client.send(
        client
            .request(
                "/v/" + CODE + "/holder",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Cookie",
                cookie)
            .POST(BodyPublishers.ofString(form))
            .build());
  }
}
