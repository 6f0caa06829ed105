package io.entente.policy;

/** The one rule for numbers that bound what a body may hold. */
final class BodyLimits {

  private BodyLimits() {}

  static void require(String field, long value, long largest) {
    if (value < 1 || value > largest) {
      throw new IllegalArgumentException(field + " " + value + " is not in 1.." + largest);
    }
  }
}
