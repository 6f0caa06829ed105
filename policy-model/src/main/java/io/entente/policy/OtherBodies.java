package io.entente.policy;

/** What becomes of a body of a media type that a rule of bodies does not read. */
public enum OtherBodies {
  /** It is refused: nobody gets past the rule by naming another type. */
  DENY,
  /** It passes unread. */
  PASS
}
