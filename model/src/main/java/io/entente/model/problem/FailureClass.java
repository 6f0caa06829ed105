package io.entente.model.problem;

/** What a caller may do about a failed vendor call. */
public enum FailureClass {
  /** Try again with back-off. */
  TRANSIENT,
  /** Try again no earlier than the vendor said. */
  THROTTLED,
  /** Somebody else changed the object: re-read and plan again. */
  PRECONDITION_LOST,
  /** The same request will fail again until the configuration is mended. */
  FIX_CONFIG,
  /** The credential lacks a right. */
  NO_PERMISSION,
  /** This edition, version or topology cannot do it. */
  UNSUPPORTED
}
