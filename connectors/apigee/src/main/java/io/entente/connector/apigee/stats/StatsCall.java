package io.entente.connector.apigee.stats;

import io.entente.model.tree.Node;

/** One call of {@code environments.stats.get}. Blocks, within a time of its own. */
@FunctionalInterface
public interface StatsCall {

  /**
   * The answer as it came.
   *
   * @throws io.entente.model.problem.ProblemException when there is none
   */
  Node.Obj page(StatsQuery query);
}
