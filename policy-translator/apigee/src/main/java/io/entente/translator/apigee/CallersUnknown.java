package io.entente.translator.apigee;

import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.translator.SomeCallers;
import io.entente.translator.Stated;
import io.entente.translator.apigee.emit.Place;

/** Why a policy for some callers is in no document of an Apigee. */
final class CallersUnknown {

  private CallersUnknown() {}

  static PolicyFidelity refused(SomeCallers meant, Place place) {
    return meant.refused(
        place.route(),
        EvidenceGrade.DOCUMENTED,
        new Stated(meant.policy().id())
            .different(
                "callers-not-told-apart",
                "0 of %d consumers (%s) are told from others: the steps written for a route run for whoever calls"
                    .formatted(meant.consumers().size(), String.join(", ", meant.consumers())),
                "Have the policy hold for everybody on this gateway, or say it in the API product"
                    + " of the consumer."));
  }
}
