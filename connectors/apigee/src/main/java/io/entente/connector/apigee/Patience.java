package io.entente.connector.apigee;

import java.time.Duration;

/**
 * How long a step waits.
 *
 * @param poll between two questions how far a deployment is
 * @param rollout longest wait for a deployment
 * @param lock longest wait for other gateways of the organisation
 */
record Patience(Duration poll, Duration rollout, Duration lock) {

  /** A deployment takes seconds; on hybrid minutes, which nobody waits for in a step. */
  static final Patience USUAL =
      new Patience(Duration.ofSeconds(1), Duration.ofSeconds(90), Duration.ofMinutes(3));
}
