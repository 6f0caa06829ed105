package io.entente.model.problem;

/** Whose move is next: the caller's, the vendor's (or the operator of that gateway), or ours. */
public enum ProblemKind {
  USER,
  VENDOR,
  INTERNAL
}
