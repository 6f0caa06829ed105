package io.entente.reconciliation;

/** What happened to a place of a document. */
public enum DifferenceKind {
  ADDED,
  REMOVED,
  CHANGED
}
