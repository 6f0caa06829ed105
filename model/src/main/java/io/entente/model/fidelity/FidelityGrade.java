package io.entente.model.fidelity;

/** How faithfully something survived translation, best first. */
public enum FidelityGrade {
  EXACT,
  APPROXIMATE,
  PARTIAL,
  UNSUPPORTED;

  public FidelityGrade worse(FidelityGrade other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
