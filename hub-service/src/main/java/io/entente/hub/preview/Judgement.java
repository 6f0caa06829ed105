package io.entente.hub.preview;

/** How far a gateway could be judged. */
public enum Judgement {
  /** A plan could be made. */
  TRANSLATED,
  /** No plan would be made; the problems say why. */
  REFUSED,
  /** It is not known what would become of the policies; the problems say why. */
  NOT_JUDGED
}
