package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.translator.Stated;
import java.util.Optional;

/** Fault rules of a proxy of others, which may change the answer of a refusal of ours. */
final class FaultRules {

  private FaultRules() {}

  static Optional<Deviation> deviation(Stated stated, Place place) {
    return place.faultRules() == 0
        ? Optional.empty()
        : Optional.of(
            stated.different(
                "fault-rules",
                "%d fault rules of the proxy see our refusals and may change their status and body"
                    .formatted(place.faultRules()),
                "Let the proxy's fault rules leave faults of policies named entente-* alone."));
  }
}
