package io.entente.reconciliation;

/** What somebody else did inside our claims. */
public enum DriftKind {
  /** Changed or added something there. */
  FOREIGN_EDIT,
  /** Took something away, up to the whole object. */
  FOREIGN_DELETE
}
