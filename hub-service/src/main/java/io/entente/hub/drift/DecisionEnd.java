package io.entente.hub.drift;

/** How a decision came to its end. */
public enum DecisionEnd {
  /** A person took it back. */
  WITHDRAWN,
  /** A newer decision of the same place, or of one around it, stands in its stead. */
  REPLACED,
  /** The documents want something else at the adopted place than when it was decided. */
  OVERTAKEN,
  /** The documents want nothing of the adopted place any more. */
  GONE,
  /** The time for which drift was ignored is over. */
  EXPIRED,
  /** The ignored value is no longer the one that was seen. */
  CHANGED
}
