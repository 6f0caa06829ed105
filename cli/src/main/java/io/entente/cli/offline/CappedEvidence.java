package io.entente.cli.offline;

import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.FidelityReport;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;

/** Evidence that a gateway gives of itself does not hold for one that nobody asked. */
final class CappedEvidence {

  private CappedEvidence() {}

  static FidelityReport of(FidelityReport report, EvidenceGrade best) {
    return new FidelityReport(
        report.entries().stream()
            .map(
                entry ->
                    new PolicyFidelity(
                        entry.policy(),
                        entry.kind(),
                        entry.target(),
                        entry.fields().stream().map(field -> capped(field, best)).toList()))
            .toList());
  }

  private static FieldFidelity capped(FieldFidelity field, EvidenceGrade best) {
    return field.evidence().compareTo(best) >= 0
        ? field
        : new FieldFidelity(field.field(), field.value(), field.grade(), best, field.deviations());
  }
}
