package io.entente.translator;

import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.problem.Problem;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Require;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refuses a translation that is less faithful than the policy's author accepts. */
public final class RequiredFidelity {

  private RequiredFidelity() {}

  /** FIDELITY_BELOW_REQUIRED, or empty when {@code fidelity} is good enough. */
  public static Optional<Problem> check(Policy policy, PolicyFidelity fidelity) {
    Require require = policy.spec().require();
    FidelityGrade least =
        require == Require.EXACT ? FidelityGrade.EXACT : FidelityGrade.APPROXIMATE;
    if (fidelity.grade().compareTo(least) <= 0) {
      return Optional.empty();
    }
    String worst =
        fidelity.fields().stream()
            .filter(f -> f.grade().compareTo(least) > 0)
            .map(
                f ->
                    f.field()
                        + " is "
                        + f.grade()
                        + ": "
                        + f.deviations().stream()
                            .map(d -> d.bound())
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "));
    return Optional.of(
        Problem.user(
            "FIDELITY_BELOW_REQUIRED",
            "Policy "
                + policy.id()
                + " requires "
                + least
                + " and is "
                + fidelity.grade()
                + " on route "
                + fidelity.target()
                + ". "
                + worst,
            "policies[" + policy.id().policy() + "].spec.require",
            least.name(),
            require == Require.EXACT
                ? "Set require: approximate to accept the stated deviation, or change the field."
                : "Change the field named, or take the route out of the policy's targets."));
  }
}
