package io.entente.translator.apigee.emit;

import io.entente.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * One Apigee policy and the Step that runs it, before its place is known.
 *
 * @param policy its name
 * @param file its document
 * @param condition beyond that of the route
 * @param because the policies it comes from; at least one
 * @param resource a file that the policy names
 */
public record StepDraft(
    Stage stage,
    String policy,
    String file,
    Optional<String> condition,
    List<Policy> because,
    Optional<Resource> resource) {

  public StepDraft {
    if (because.isEmpty()) {
      throw new IllegalArgumentException("step " + policy + " comes from no policy");
    }
    because = List.copyOf(because);
  }

  /** Of a policy that names no other file. */
  public StepDraft(
      Stage stage, String policy, String file, Optional<String> condition, List<Policy> because) {
    this(stage, policy, file, condition, because, Optional.empty());
  }
}
