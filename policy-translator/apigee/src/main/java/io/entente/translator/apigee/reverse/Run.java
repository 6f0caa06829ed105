package io.entente.translator.apigee.reverse;

import java.util.List;
import java.util.Optional;

/**
 * One Step of a bundle, and when it runs.
 *
 * @param file in which it stands
 * @param path in the bundle, for people
 * @param endpoint name of the proxy endpoint; empty in a shared flow
 * @param policy the name it calls
 * @param request whether it runs on the way to the target
 * @param everywhere whether the flow it stands in runs for every request
 * @param before conditions of the flows that are asked earlier; an empty text takes all
 * @param flowCondition of the flow
 * @param condition of the Step
 */
record Run(
    String file,
    String path,
    Optional<String> endpoint,
    String policy,
    boolean request,
    boolean everywhere,
    List<String> before,
    Optional<String> flowCondition,
    Optional<String> condition) {

  Run {
    before = List.copyOf(before);
  }

  Run withoutCondition() {
    return new Run(
        file, path, endpoint, policy, request, everywhere, before, flowCondition, Optional.empty());
  }

  Run onRequest(boolean onRequest) {
    return new Run(
        file, path, endpoint, policy, onRequest, everywhere, before, flowCondition, condition);
  }
}
