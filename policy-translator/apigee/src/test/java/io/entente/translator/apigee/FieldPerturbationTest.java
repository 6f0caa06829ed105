package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.policy.Policy;
import io.entente.translator.KindFields;
import io.entente.translator.Translation;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A field that counts as translated is one whose value shows in the documents. */
class FieldPerturbationTest {

  private static final long SEED = 20261121;

  @Test
  void changingAFieldReportedTranslatedChangesTheDocuments() {
    var random = new Random(SEED);
    var seen = new TreeSet<String>();
    for (int round = 0; round < 600; round++) {
      // Given
      Policy before = RandomPolicies.any(random);
      Translation translation = Worlds.translate(Worlds.ALL, List.of(before));

      for (FieldFidelity field : translation.fidelity().entries().get(0).fields()) {
        if (field.grade().compareTo(FidelityGrade.APPROXIMATE) > 0 || excused(field)) {
          continue;
        }

        // When
        Policy after = Changes.of(before, field.field());

        // Then
        assertThat(KindFields.of(after).get(field.field())).isNotEqualTo(field.value());
        assertThat(GoldenCases.documents(Worlds.translate(Worlds.ALL, List.of(after))))
            .as("seed %d, round %d, field %s of %s", SEED, round, field, before.spec())
            .isNotEqualTo(GoldenCases.documents(translation));
        seen.add(before.spec().kind().kindName() + "." + field.field().replaceAll("\\[.*", ""));
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "rateLimit.requests",
            "rateLimit.window",
            "rateLimit.key",
            "rateLimit.onMissingKey",
            "rateLimit.mode",
            "headerTransform.request",
            "headerTransform.response",
            "headerTransform.mode",
            "ipFilter.allow",
            "ipFilter.deny",
            "ipFilter.mode",
            "cors.allowOrigins",
            "cors.allowMethods",
            "cors.allowHeaders",
            "cors.exposeHeaders",
            "cors.allowCredentials",
            "cors.maxAge",
            "cors.mode");
  }

  private static boolean excused(FieldFidelity field) {
    // Apigee sends an event at once, which is within any delay; the report says that it is so.
    return field.field().equals("maxDelay");
  }
}
