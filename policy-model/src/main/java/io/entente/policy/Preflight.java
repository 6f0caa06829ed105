package io.entente.policy;

/**
 * Whether a browser's preflight (OPTIONS with Origin and Access-Control-Request-Method), which
 * never carries credentials, needs them. One that {@code cors} answers never gets as far.
 */
public enum Preflight {
  /** As any request. */
  CHECK,
  /** It passes without. */
  PASS
}
