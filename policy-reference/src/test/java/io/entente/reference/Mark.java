package io.entente.reference;

import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import java.util.Comparator;

/**
 * How faithful one policy is in one place.
 *
 * @param evidence the weakest that any statement about it rests on
 */
record Mark(FidelityGrade grade, EvidenceGrade evidence) implements Comparable<Mark> {

  private static final Comparator<Mark> BEST_FIRST =
      Comparator.comparing(Mark::grade).thenComparing(Mark::evidence);

  static Mark of(PolicyFidelity fidelity) {
    return new Mark(
        fidelity.grade(),
        fidelity.fields().stream()
            .map(FieldFidelity::evidence)
            .max(Comparator.naturalOrder())
            .orElseThrow());
  }

  Mark worse(Mark other) {
    return compareTo(other) >= 0 ? this : other;
  }

  boolean unverified() {
    return evidence.compareTo(EvidenceGrade.JUDGED) > 0;
  }

  /** Nothing below judged is printed as plain EXACT. */
  String printed() {
    return grade == FidelityGrade.EXACT && unverified() ? "EXACT (unverified)" : grade.name();
  }

  @Override
  public int compareTo(Mark other) {
    return BEST_FIRST.compare(this, other);
  }
}
