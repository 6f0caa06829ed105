package io.entente.connector.apigee.stats;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.problem.Problem;
import java.util.Optional;

/** Whether an environment has statistics at all. */
public final class StatsAvailability {

  private StatsAvailability() {}

  /** Why there are none, by what the environment says of itself; empty where there are. */
  public static Optional<Problem> of(GatewayProfile profile) {
    if (!profile.can("extensible")) {
      return Optional.of(
          unavailable(
              "an environment of type BASE has no analytics",
              "Use an environment of type INTERMEDIATE or COMPREHENSIVE for them."));
    }
    if (!profile.can("analytics")) {
      return Optional.of(
          unavailable(
              "the analytics add-on is not enabled",
              "Enable the analytics add-on of the environment to have them."));
    }
    return Optional.empty();
  }

  private static Problem unavailable(String why, String next) {
    return Problem.vendor(
        "APIGEE_STATS_UNAVAILABLE", "Apigee has no statistics here: " + why + ".", "stats", next);
  }
}
