package io.entente.simulator.apigee.api;

import io.entente.simulator.apigee.http.Response;

/** Serves one method. Called under the lock of the estate. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers.
   *
   * @throws io.entente.simulator.apigee.error.Refusal when the request is refused
   */
  Response answer(Invocation call);
}
