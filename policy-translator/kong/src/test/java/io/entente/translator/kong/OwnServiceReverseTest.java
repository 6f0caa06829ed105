package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.identity.Labels;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec;
import io.entente.policy.TargetRef;
import io.entente.translator.TranslationRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On one of two routes of an API that we make: what a service says stands on one of its own. */
public class OwnServiceReverseTest extends ReverseContractTest {

  @Override
  protected TranslationRequest request(List<Policy> policies) {
    return Worlds.made(policies.stream().map(OwnServiceReverseTest::onOneRoute).toList());
  }

  private static Policy onOneRoute(Policy policy) {
    PolicySpec spec = policy.spec();
    return new Policy(
        policy.id(),
        policy.labels(),
        new PolicySpec(
            List.of(new TargetRef(TargetRef.Kind.ROUTE, Optional.of("shop/a"), Labels.none())),
            spec.merge(),
            spec.priority(),
            spec.mode(),
            spec.require(),
            spec.onError(),
            spec.kind()));
  }

  /** A minute of silence is what Kong waits anyway, so that it is no policy. */
  @Override
  protected boolean readBack(FieldFidelity field) {
    return super.readBack(field) && !field.value().equals("60s");
  }

  @Test
  void readsWhatStandsOnServicesAndUpstreams() {
    assertThat(roundTrips(20261123, 1_000).kinds()).contains("circuitBreaker", "retry", "timeout");
  }

  /** What others hold is tried on their routes. */
  @Override
  protected int mutations() {
    return 2_000;
  }
}
