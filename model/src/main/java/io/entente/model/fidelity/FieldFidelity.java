package io.entente.model.fidelity;

import java.util.List;

/**
 * What became of one field of a policy.
 *
 * @param field path below the kind, for example {@code window}
 * @param value the field's value as text
 * @param grade how faithful
 * @param evidence what the grade rests on
 * @param deviations empty exactly when the grade is EXACT
 */
public record FieldFidelity(
    String field,
    String value,
    FidelityGrade grade,
    EvidenceGrade evidence,
    List<Deviation> deviations) {

  public FieldFidelity {
    deviations = List.copyOf(deviations);
    if ((grade == FidelityGrade.EXACT) != deviations.isEmpty()) {
      throw new IllegalArgumentException(
          "field '" + field + "': EXACT has no deviation, every other grade has one; got " + grade);
    }
  }

  /** The grade as printed: an EXACT that no third party backs is not printed as plain EXACT. */
  public String printed() {
    boolean weak = evidence.compareTo(EvidenceGrade.JUDGED) > 0;
    return grade == FidelityGrade.EXACT && weak ? "EXACT (unverified)" : grade.name();
  }
}
