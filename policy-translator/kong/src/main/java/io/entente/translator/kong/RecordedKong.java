package io.entente.translator.kong;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;

/**
 * The Kong of which behaviour was recorded. What is said of any other edition or version rests on
 * its documents: that its schema takes what is written says nothing of what it does. What the
 * gateway says of itself stays as it is.
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
    return is(profile) ? said : Fidelities.each(said, RecordedKong::documented);
  }

  private static FieldFidelity documented(FieldFidelity field) {
    return field.evidence() == EvidenceGrade.RECORDED || field.evidence() == EvidenceGrade.JUDGED
        ? new FieldFidelity(
            field.field(),
            field.value(),
            field.grade(),
            EvidenceGrade.DOCUMENTED,
            field.deviations())
        : field;
  }
}
