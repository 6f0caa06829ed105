package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of requests a filter is for.
 *
 * @param runtimeKey under which an operator may change it while Envoy runs
 */
record Fraction(long numerator, long denominator, Optional<String> runtimeKey) {

  private static final Map<String, Long> DENOMINATORS =
      Map.of("HUNDRED", 100L, "TEN_THOUSAND", 10_000L, "MILLION", 1_000_000L);

  /** Of a RuntimeFractionalPercent. */
  static Fraction runtime(Node percent) {
    return of(
        Trees.objectAt(percent, "default_value"),
        Trees.text(percent, "runtime_key").filter(key -> !key.isEmpty()));
  }

  /** Of a FractionalPercent. */
  static Fraction fixed(Node percent) {
    return of(percent, Optional.empty());
  }

  boolean none() {
    return numerator <= 0 && runtimeKey.isEmpty();
  }

  boolean all() {
    return numerator >= denominator;
  }

  private static Fraction of(Node percent, Optional<String> key) {
    return new Fraction(
        Trees.whole(percent, "numerator").orElse(0L),
        DENOMINATORS.getOrDefault(
            Trees.text(percent, "denominator").orElse("HUNDRED"), Long.MAX_VALUE),
        key);
  }

  @Override
  public String toString() {
    return numerator + " of " + denominator;
  }
}
