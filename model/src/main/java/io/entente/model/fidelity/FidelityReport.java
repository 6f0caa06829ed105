package io.entente.model.fidelity;

import java.util.List;

/** All that a translation has to say, one entry per policy and route. */
public record FidelityReport(List<PolicyFidelity> entries) {

  public FidelityReport {
    entries = List.copyOf(entries);
  }

  /** The worst grade of all entries; EXACT when there is none. */
  public FidelityGrade worst() {
    return entries.stream()
        .map(PolicyFidelity::grade)
        .reduce(FidelityGrade.EXACT, FidelityGrade::worse);
  }
}
