package io.entente.hub.policy;

import io.entente.model.identity.PolicyName;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;

/** Names of policies as they come in. */
final class PolicyNames {

  private PolicyNames() {}

  static PolicyName of(String text) {
    try {
      return new PolicyName(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.user(
              "POLICY_NOT_FOUND",
              "There cannot be a policy of that name.",
              "policy",
              text,
              "List the policies for the names in use."));
    }
  }
}
