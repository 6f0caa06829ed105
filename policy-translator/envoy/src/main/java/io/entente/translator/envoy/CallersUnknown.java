package io.entente.translator.envoy;

import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.translator.SomeCallers;
import io.entente.translator.Stated;
import io.entente.translator.envoy.emit.Place;

/** Why a policy for some callers is in no document of an Envoy. */
final class CallersUnknown {

  private CallersUnknown() {}

  static PolicyFidelity refused(SomeCallers meant, Place place) {
    return meant.refused(
        place.route(),
        EvidenceGrade.DOCUMENTED,
        new Stated(meant.policy().id())
            .different(
                "no-consumers",
                "0 of %d consumers (%s) can be told from others: Envoy keeps no consumers, and who calls switches no filter of a route"
                    .formatted(meant.consumers().size(), String.join(", ", meant.consumers())),
                "Have the policy hold for everybody on this gateway, or enforce it on one that"
                    + " knows its consumers."));
  }
}
