package io.entente.policy;

/** What happens to a request without the key of a limit. */
public enum OnMissingKey {
  /** Refused with 429, as if over the limit. */
  DENY,
  /** Counted by client address. */
  IP,
  /** All such requests share one count. */
  SHARED
}
