package cn.zhixin.certificate;

import static cn.zhixin.certificate.CertificateEventKind.CANCELLED;
import static cn.zhixin.certificate.CertificateEventKind.ISSUED;
import static cn.zhixin.certificate.CertificateEventKind.RESUMED;
import static cn.zhixin.certificate.CertificateEventKind.REVOKED;
import static cn.zhixin.certificate.CertificateEventKind.SUPERSEDED;
import static cn.zhixin.certificate.CertificateEventKind.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateLifeTests {
  private static final CertificateNumber NUMBER = new CertificateNumber("3710002025");
  private static final Set<CertificateState> FINAL =
      EnumSet.of(CertificateState.SUPERSEDED, CertificateState.REVOKED, CertificateState.CANCELLED);

  @Test
  void eachStepLeadsWhereTheTableSays() {
    assertThat(state(ISSUED)).isEqualTo(CertificateState.VALID);
    assertThat(state(ISSUED, SUSPENDED)).isEqualTo(CertificateState.SUSPENDED);
    assertThat(state(ISSUED, SUSPENDED, RESUMED)).isEqualTo(CertificateState.VALID);
    assertThat(state(ISSUED, SUPERSEDED)).isEqualTo(CertificateState.SUPERSEDED);
    assertThat(state(ISSUED, REVOKED)).isEqualTo(CertificateState.REVOKED);
    assertThat(state(ISSUED, SUSPENDED, REVOKED)).isEqualTo(CertificateState.REVOKED);
    assertThat(state(ISSUED, SUSPENDED, CANCELLED)).isEqualTo(CertificateState.CANCELLED);
  }

  @Test
  void aLifeThatCannotHaveBeenIsRefused() {
    assertThatThrownBy(() -> state()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> state(REVOKED)).isInstanceOf(RegistryContradiction.class);
    assertThatThrownBy(() -> state(ISSUED, ISSUED)).isInstanceOf(RegistryContradiction.class);
    assertThatThrownBy(() -> state(ISSUED, RESUMED)).isInstanceOf(RegistryContradiction.class);
    assertThatThrownBy(() -> state(ISSUED, SUSPENDED, SUPERSEDED))
        .isInstanceOf(RegistryContradiction.class);
    assertThatThrownBy(() -> state(ISSUED, REVOKED, RESUMED))
        .isInstanceOf(RegistryContradiction.class);
    List<CertificateEvent> gap = new ArrayList<>(events(ISSUED, SUSPENDED, RESUMED));
    gap.remove(1);
    assertThatThrownBy(() -> CertificateLife.state(NUMBER, gap))
        .hasMessageContaining("version 3")
        .hasMessageContaining(NUMBER.value());
  }

  @Test
  void noWalkLeavesAFinalStateOrForgetsARevocation() {
    Random random = new Random(42);
    for (int walk = 0; walk < 5000; walk++) {
      List<CertificateEventKind> life = new ArrayList<>(List.of(ISSUED));
      CertificateState state = CertificateState.VALID;
      for (int step = 0; step < 12; step++) {
        CertificateEventKind kind =
            CertificateEventKind.values()[random.nextInt(CertificateEventKind.values().length)];
        switch (CertificateLife.effect(state, kind)) {
          case CHANGES -> {
            assertThat(FINAL).doesNotContain(state);
            life.add(kind);
            CertificateState next = state(life.toArray(CertificateEventKind[]::new));
            assertThat(next).isNotEqualTo(state);
            state = next;
          }
          case NOTHING -> assertThat(CertificateLife.after(kind)).isEqualTo(state);
          case IMPOSSIBLE -> {
            List<CertificateEventKind> wrong = new ArrayList<>(life);
            wrong.add(kind);
            assertThatThrownBy(() -> state(wrong.toArray(CertificateEventKind[]::new)))
                .isInstanceOf(RegistryContradiction.class);
          }
        }
      }
      assertThat(life.contains(REVOKED)).isEqualTo(state == CertificateState.REVOKED);
      assertThat(life.contains(CANCELLED)).isEqualTo(state == CertificateState.CANCELLED);
    }
  }

  private static CertificateState state(CertificateEventKind... kinds) {
    return CertificateLife.state(NUMBER, events(kinds));
  }

  private static List<CertificateEvent> events(CertificateEventKind... kinds) {
    List<CertificateEvent> events = new ArrayList<>();
    for (CertificateEventKind kind : kinds) {
      events.add(new CertificateEvent(kind, events.size() + 1, Instant.EPOCH, "clerk", null, null));
    }
    return events;
  }
}
