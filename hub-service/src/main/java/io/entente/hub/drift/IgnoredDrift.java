package io.entente.hub.drift;

import io.entente.model.tree.Node;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which open drift is ignored, and when that ends. Blocks. */
@Singleton
public final class IgnoredDrift {

  private final DecisionStore decisions;

  public IgnoredDrift(DecisionStore decisions) {
    this.decisions = decisions;
  }

  /** The decision that {@code drift} is ignored by at {@code now}. */
  static Optional<DriftDecision> by(OpenDrift drift, List<DriftDecision> inForce, Instant now) {
    return inForce.stream()
        .filter(decision -> decision.gateway().equals(drift.gateway()))
        .filter(decision -> decision.of(drift.key(), drift.path()))
        .filter(decision -> end(decision, Optional.of(drift), now).isEmpty())
        .filter(decision -> decision.what() instanceof DriftDecision.What.Ignore)
        .findFirst();
  }

  /**
   * Ends decisions whose time is over or whose value is no longer there.
   *
   * @return the drift that is reported again because of that
   */
  List<OpenDrift> settle(
      Connection connection, List<DriftDecision> inForce, List<OpenDrift> open, Instant now)
      throws SQLException {
    var again = new ArrayList<OpenDrift>();
    for (DriftDecision decision : inForce) {
      var drift = open.stream().filter(row -> decision.of(row.key(), row.path())).findFirst();
      var end = end(decision, drift, now);
      if (end.isPresent()) {
        decisions.endByItself(connection, decision, end.get(), now);
        drift.ifPresent(again::add);
      }
    }
    return again;
  }

  /** What a row says of being ignored. */
  static Node shown(DriftDecision decision, Instant until) {
    return Node.obj(
        Map.of(
            "decision", Node.number(decision.id()),
            "by", Node.text(decision.by()),
            "reason", Node.text(decision.reason()),
            "until", Node.text(until.toString())));
  }

  private static Optional<DecisionEnd> end(
      DriftDecision decision, Optional<OpenDrift> drift, Instant now) {
    if (!(decision.what() instanceof DriftDecision.What.Ignore ignore)) {
      return Optional.empty();
    }
    if (!ignore.until().isAfter(now)) {
      return Optional.of(DecisionEnd.EXPIRED);
    }
    boolean same = drift.filter(row -> row.is().equals(decision.found())).isPresent();
    return same ? Optional.empty() : Optional.of(DecisionEnd.CHANGED);
  }
}
