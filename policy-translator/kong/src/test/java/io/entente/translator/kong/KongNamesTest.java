package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.identity.GatewayId;
import io.entente.translator.Translator;
import java.util.ServiceLoader;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KongNamesTest {

  private static final GatewayId EDGE = new GatewayId("edge");

  @Test
  void idsAreTheSameForTheSamePlaceAndOtherwiseNot() {
    String id = KongNames.id(EDGE, "r", "cors");

    assertThat(KongNames.id(EDGE, "r", "cors")).isEqualTo(id);
    assertThat(KongNames.id(EDGE, "r", "jwt")).isNotEqualTo(id);
    assertThat(KongNames.id(EDGE, "s", "cors")).isNotEqualTo(id);
    assertThat(KongNames.id(new GatewayId("other"), "r", "cors")).isNotEqualTo(id);
  }

  @Test
  void idsAreNamedUuidsOfVersionFive() {
    UUID id = UUID.fromString(KongNames.id(EDGE, "r", "cors"));

    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
    // computed apart, with another implementation of RFC 9562
    assertThat(id.toString()).isEqualTo("cd6b06ba-5104-5483-9d01-e29120d87828");
  }

  @Test
  void theTranslatorIsFound() {
    assertThat(ServiceLoader.load(Translator.class))
        .anySatisfy(found -> assertThat(found).isInstanceOf(KongTranslator.class));
  }
}
