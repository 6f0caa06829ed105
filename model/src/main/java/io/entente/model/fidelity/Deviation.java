package io.entente.model.fidelity;

import io.entente.model.identity.PolicyVersion;
import java.util.List;

/**
 * One stated difference between what the policy means and what the gateway will do.
 *
 * @param code stable, kebab case, for example {@code window-burst}
 * @param direction which way it leans
 * @param bound the difference as a formula with its numbers filled in
 * @param remedy what would make it smaller, or why nothing does
 * @param policies the policies concerned; more than one where the vendor couples kinds
 */
public record Deviation(
    String code, Direction direction, String bound, String remedy, List<PolicyVersion> policies) {

  public Deviation {
    if (code.isBlank() || bound.isBlank() || remedy.isBlank()) {
      throw new IllegalArgumentException("deviation '" + code + "' lacks code, bound or remedy");
    }
    policies = List.copyOf(policies);
  }
}
