package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.CanonicalText;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same of the enterprise edition, whose schemas are those that Kong publishes. */
public class EnterpriseReverseTest extends ReverseContractTest {

  @Override
  protected TranslationRequest request(List<Policy> policies) {
    return Worlds.published(policies);
  }

  /** No document of Kong names algorithms: whichever a policy names, all are read. */
  @Override
  protected boolean readBack(FieldFidelity field) {
    return super.readBack(field) && !says(field, "any-key-of-the-issuer");
  }

  /** What looks at every header looks at more than any policy can name. */
  @Override
  protected boolean acts(PolicyFidelity said) {
    return said.fields().stream()
        .noneMatch(field -> says(field, "all-headers") || says(field, "places-joined"));
  }

  @Override
  protected boolean expressed(ObjectKey key, Translation translation) {
    return translation.fidelity().entries().stream()
            .flatMap(said -> said.fields().stream())
            .noneMatch(field -> says(field, "all-headers"))
        || !CanonicalText.of(((Content.Tree) translation.objects().get(key).content()).root())
            .contains("injection-protection");
  }

  @Test
  void readsTheKindsThatOnlyThisEditionHas() {
    assertThat(roundTrips(20261123, 1_500).kinds())
        .contains(
            "injectionProtection",
            "jsonThreat",
            "jwt",
            "mtls",
            "oauth2Introspection",
            "openApiValidation",
            "timeout",
            "xmlThreat");
  }

  private static boolean says(FieldFidelity field, String code) {
    return field.deviations().stream().anyMatch(deviation -> deviation.code().equals(code));
  }
}
