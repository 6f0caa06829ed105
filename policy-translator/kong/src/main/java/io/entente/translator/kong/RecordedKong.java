package io.entente.translator.kong;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;

/**
 * The Kong of which behaviour was recorded. What is said of any other rests on no more than that
 * the documents fit its schema; what the gateway says of itself stays as it is.
 */
final class RecordedKong {

  private static final String VERSION = "3.9.1";

  private RecordedKong() {}

  static boolean is(GatewayProfile profile) {
    return !profile.edition().equals(KongTranslator.ENTERPRISE)
        && profile.version().equals(VERSION);
  }

  /** The same, with evidence that holds for this gateway. */
  static PolicyFidelity heldTo(GatewayProfile profile, PolicyFidelity said) {
    return is(profile) ? said : Fidelities.each(said, RecordedKong::judged);
  }

  private static FieldFidelity judged(FieldFidelity field) {
    return field.evidence() == EvidenceGrade.RECORDED
        ? new FieldFidelity(
            field.field(), field.value(), field.grade(), EvidenceGrade.JUDGED, field.deviations())
        : field;
  }
}
