package io.entente.connector.apigee;

import io.entente.connector.apigee.stats.StatsAvailability;
import io.entente.connector.apigee.stats.StatsCall;
import io.entente.connector.apigee.stats.StatsQuery;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.util.List;
import java.util.Optional;

/** The statistics of one environment. Safe between threads. */
final class EnvironmentStats implements StatsCall {

  private final ManagementApi api;
  private final ApigeeConfig config;
  private final EnvironmentProfile profile;

  EnvironmentStats(ManagementApi api, ApigeeConfig config, EnvironmentProfile profile) {
    this.api = api;
    this.config = config;
    this.profile = profile;
  }

  /** Why there are none; asks the organisation, for an add-on may come and go. */
  Optional<Problem> unavailable() {
    try {
      return StatsAvailability.of(profile.ask());
    } catch (ApigeeFailure e) {
      throw new ProblemException(e.problem());
    }
  }

  @Override
  public Node.Obj page(StatsQuery query) {
    var path =
        List.of(
            "organizations",
            config.organization(),
            "environments",
            config.environment(),
            "stats",
            query.path());
    try {
      if (api.json(Call.get(path, query.parameters())) instanceof Node.Obj answer) {
        return answer;
      }
      throw Failures.strange("GET stats", "no object");
    } catch (ApigeeFailure e) {
      throw new ProblemException(e.problem());
    }
  }
}
