package cn.zhixin.catalogue;

import static cn.zhixin.catalogue.IdentityDocumentKind.FOREIGN_PERMANENT_RESIDENT_CARD;
import static cn.zhixin.catalogue.IdentityDocumentKind.HONG_KONG_MACAO_RESIDENCE_PERMIT;
import static cn.zhixin.catalogue.IdentityDocumentKind.RESIDENT_IDENTITY_CARD;
import static cn.zhixin.catalogue.IdentityDocumentKind.TAIWAN_RESIDENCE_PERMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumbersTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private static IdentityCheck.Accepted accepted(IdentityDocumentKind kind, String number) {
    IdentityCheck check = IdentityNumbers.check(kind, number, TODAY);
    assertThat(check).isInstanceOf(IdentityCheck.Accepted.class);
    return (IdentityCheck.Accepted) check;
  }

  private static IdentityRefusal refusal(IdentityCheck check) {
    assertThat(check).isInstanceOf(IdentityCheck.Refused.class);
    IdentityCheck.Refused refused = (IdentityCheck.Refused) check;
    assertThat(refused.sentence().chinese()).isNotBlank().doesNotContain("%s");
    return refused.reason();
  }

  @Test
  void readsBirthDateAndSexOfThePublishedNumbers() {
    IdentityCheck.Accepted woman = accepted(RESIDENT_IDENTITY_CARD, "11010519491231002X");
    assertThat(woman.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
    assertThat(woman.sex()).isEqualTo(Sex.FEMALE);
    IdentityCheck.Accepted man =
        accepted(RESIDENT_IDENTITY_CARD, "44052419800101001" + check("44052419800101001"));
    assertThat(man.sex()).isEqualTo(Sex.MALE);
    assertThat(refusal(IdentityNumbers.check(RESIDENT_IDENTITY_CARD, "440524188001010014", TODAY)))
        .isEqualTo(IdentityRefusal.IMPOSSIBLE_BIRTH_DATE);
    assertThat(accepted(FOREIGN_PERMANENT_RESIDENT_CARD, "911124198108030024").birthDate())
        .isEqualTo(LocalDate.of(1981, 8, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002x",
        " 110105 19491231 002X ",
        "１１０１０５１９４９１２３１００２ｘ",
        "'11010519491231002X"
      })
  void readsANumberAsPeopleTypeIt(String typed) {
    assertThat(accepted(RESIDENT_IDENTITY_CARD, typed).document().number())
        .isEqualTo("11010519491231002X");
  }

  @ParameterizedTest
  @CsvSource({
    "HONG_KONG_MACAO_TRAVEL_PERMIT,H12345678",
    "HONG_KONG_MACAO_TRAVEL_PERMIT,M1234567801",
    "TAIWAN_TRAVEL_PERMIT,01234567",
    "PASSPORT,E12345678",
    "PASSPORT,123456789",
    "FOREIGN_PERMANENT_RESIDENT_CARD,CAN310081080302",
    "OFFICER_CARD,军字第1234567号",
    "OVERSEAS_TALENT_RESIDENCE_PERMIT,鲁A2024-00017",
  })
  void acceptsTheFormOfOtherDocuments(IdentityDocumentKind kind, String number) {
    IdentityCheck.Accepted accepted = accepted(kind, number);
    assertThat(accepted.document().number()).isEqualTo(number);
    assertThat(accepted.birthDate()).isNull();
    assertThat(accepted.toString()).doesNotContain(number);
  }

  @ParameterizedTest
  @CsvSource({
    "HONG_KONG_MACAO_TRAVEL_PERMIT,A12345678",
    "HONG_KONG_MACAO_TRAVEL_PERMIT,H1234567",
    "TAIWAN_TRAVEL_PERMIT,1234567",
    "PASSPORT,E1",
    "PASSPORT,ABCDEFGH",
    "FOREIGN_PERMANENT_RESIDENT_CARD,CA3310081080302",
    "OFFICER_CARD,军",
  })
  void refusesOtherForms(IdentityDocumentKind kind, String number) {
    assertThat(refusal(IdentityNumbers.check(kind, number, TODAY)))
        .isEqualTo(IdentityRefusal.WRONG_FORM);
  }

  @ParameterizedTest
  @CsvSource({
    "371002199002300013,IMPOSSIBLE_BIRTH_DATE", "371002202601020013,IMPOSSIBLE_BIRTH_DATE",
    "371002189912310013,IMPOSSIBLE_BIRTH_DATE", "991002199002100013,UNKNOWN_REGION",
    "161002199002100013,UNKNOWN_REGION",
  })
  void refusesImpossibleParts(String number, IdentityRefusal reason) {
    String right = number.substring(0, 17) + check(number.substring(0, 17));
    IdentityCheck check =
        number.startsWith("9")
            ? IdentityNumbers.check(FOREIGN_PERMANENT_RESIDENT_CARD, right, TODAY)
            : IdentityNumbers.check(RESIDENT_IDENTITY_CARD, right, TODAY);
    assertThat(refusal(check)).isEqualTo(reason);
  }

  @Test
  void tellsResidencePermitsByTheirRegion() {
    String macao = "82000019900210001" + check("82000019900210001");
    String taiwan = "83000019900210002" + check("83000019900210002");
    assertThat(accepted(HONG_KONG_MACAO_RESIDENCE_PERMIT, macao).sex()).isEqualTo(Sex.MALE);
    assertThat(accepted(TAIWAN_RESIDENCE_PERMIT, taiwan).sex()).isEqualTo(Sex.FEMALE);
    assertThat(refusal(IdentityNumbers.check(RESIDENT_IDENTITY_CARD, taiwan, TODAY)))
        .isEqualTo(IdentityRefusal.OTHER_KIND);
    IdentityCheck inferred = IdentityNumbers.check(macao, TODAY);
    assertThat(((IdentityCheck.Accepted) inferred).document().kind())
        .isEqualTo(HONG_KONG_MACAO_RESIDENCE_PERMIT);
  }

  @ParameterizedTest
  @CsvSource({
    "12345678,UNCLEAR_KIND", "E12345678,UNCLEAR_KIND", "370629650610264,WRONG_LENGTH",
    "3.71E+17,PRECISION_LOST", "37100219650610264?,WRONG_CHARACTER", "'',MISSING",
  })
  void infersNoKindWhereSeveralArePossible(String number, IdentityRefusal reason) {
    assertThat(refusal(IdentityNumbers.check(number, TODAY))).isEqualTo(reason);
  }

  @Test
  void findsEveryWrongDigitAndEveryExchangeOfNeighbours() {
    Random random = new Random(11643);
    for (int round = 0; round < 300; round++) {
      String number = random(random);
      assertThat(IdentityNumbers.check(number, TODAY)).isInstanceOf(IdentityCheck.Accepted.class);
      for (int i = 0; i < 18; i++) {
        for (char c : "0123456789X".toCharArray()) {
          String changed = number.substring(0, i) + c + number.substring(i + 1);
          assertThat(IdentityNumbers.check(changed, TODAY) instanceof IdentityCheck.Accepted)
              .isEqualTo(changed.equals(number));
        }
        if (i < 17 && number.charAt(i) != number.charAt(i + 1)) {
          String exchanged =
              number.substring(0, i)
                  + number.charAt(i + 1)
                  + number.charAt(i)
                  + number.substring(i + 2);
          assertThat(IdentityNumbers.check(exchanged, TODAY))
              .isInstanceOf(IdentityCheck.Refused.class);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "身份证,RESIDENT_IDENTITY_CARD", "二代身份证,RESIDENT_IDENTITY_CARD",
    "港澳居住证,HONG_KONG_MACAO_RESIDENCE_PERMIT", "回乡证,HONG_KONG_MACAO_TRAVEL_PERMIT",
    "台胞证,TAIWAN_TRAVEL_PERMIT", "台湾居民居住证,TAIWAN_RESIDENCE_PERMIT",
    "外国人永久居留证,FOREIGN_PERMANENT_RESIDENT_CARD", "Passport,PASSPORT",
  })
  void findsAKindByItsCommonNames(String name, IdentityDocumentKind kind) {
    assertThat(IdentityDocumentKind.named(name)).contains(kind);
  }

  private static String random(Random random) {
    LocalDate birth = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000));
    String body =
        String.format(
            "%s%tY%<tm%<td%03d",
            new String[] {"371002", "110101", "810000", "830000", "650102"}[random.nextInt(5)],
            birth,
            random.nextInt(1000));
    return body + check(body);
  }

  /** By the congruence of ISO 7064 itself: the sum of digit × 2^(17 - i) must be 1 mod 11. */
  private static char check(String body) {
    int sum = 0;
    for (char c : body.toCharArray()) {
      sum = (sum + (c - '0')) * 2 % 11;
    }
    int check = (12 - sum) % 11;
    return check == 10 ? 'X' : (char) ('0' + check);
  }
}
