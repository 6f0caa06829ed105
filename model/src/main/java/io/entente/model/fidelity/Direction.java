package io.entente.model.fidelity;

/** Which way a deviation leans, seen from the policy's author. */
public enum Direction {
  STRICTER,
  LOOSER,
  DIFFERENT
}
