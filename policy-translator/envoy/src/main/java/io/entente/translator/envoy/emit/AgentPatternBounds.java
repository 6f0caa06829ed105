package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.PlainPattern;
import io.entente.policy.PlainPattern.Piece;
import io.entente.translator.Stated;
import java.util.Optional;

/** Which patterns of agents Envoy does not take. */
final class AgentPatternBounds {

  /** Envoy refuses a pattern of which RE2 makes more than 100 instructions. */
  private static final int MOST = 100;

  /** Those around every pattern. */
  private static final int AROUND = 8;

  private AgentPatternBounds() {}

  /** Why the pattern cannot go out; empty when it can. */
  static Optional<Deviation> tooLarge(String pattern, Stated stated) {
    int most = AROUND;
    for (Piece piece : PlainPattern.pieces(pattern)) {
      most += instructions(piece, PlainPattern.ignoresCase(pattern));
    }
    return most > MOST
        ? Optional.of(
            stated.different(
                "pattern-too-large",
                "1 pattern of up to %d instructions is more than the %d that Envoy takes"
                    .formatted(most, MOST),
                "Write it as several shorter patterns."))
        : Optional.empty();
  }

  /** No fewer than RE2 makes of it. */
  private static int instructions(Piece piece, boolean ignoresCase) {
    if (piece instanceof Piece.OneOf one) {
      String items = one.text().substring(1, one.text().length() - 1);
      int ranges = items.replaceAll(".-.", "-").length();
      return (ignoresCase ? 2 * ranges : ranges) + 1;
    }
    return switch (piece.text()) {
      case "(", "|", "*", "?" -> 2;
      case "+" -> 3;
      default -> 1;
    };
  }
}
