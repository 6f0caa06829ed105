package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.problem.Problem;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Shadowed;
import io.entente.translator.Stated;
import java.util.List;
import java.util.function.Consumer;

/**
 * What policies of one kind become on one route.
 *
 * @param steps in order of execution within their stage
 * @param fidelity one entry per policy, in the order given
 * @param shadowed policies that something of others keeps from going out
 * @param refusals what is missing before anything can go out
 */
public record Emission(
    List<StepDraft> steps,
    List<PolicyFidelity> fidelity,
    List<Shadowed> shadowed,
    List<Problem> refusals) {
  public Emission {
    steps = List.copyOf(steps);
    fidelity = List.copyOf(fidelity);
    shadowed = List.copyOf(shadowed);
    refusals = List.copyOf(refusals);
  }

  static Emission of(List<StepDraft> steps, List<PolicyFidelity> fidelity) {
    return new Emission(steps, fidelity, List.of(), List.of());
  }

  /** Nothing goes out; {@code why} says so in the ledger of each policy. */
  public static Emission nothing(List<Policy> policies, Place place, Consumer<FieldLedger> why) {
    return of(
        List.of(),
        policies.stream()
            .map(
                policy -> {
                  var ledger = new FieldLedger(policy);
                  why.accept(ledger);
                  return ledger.report(place.route());
                })
            .toList());
  }

  /** Nothing goes out: the environment does not run what it takes. */
  static Emission notInEnvironment(String what, List<Policy> policies, Place place) {
    return nothing(
        policies,
        place,
        ledger ->
            ledger.unsupported(
                "mode",
                Evidence.ENVIRONMENT.grade(),
                new Stated(ledger.policy().id())
                    .different(
                        "environment-type",
                        "0 of 1 thing needed, %s, runs in an environment of type BASE"
                            .formatted(what),
                        "Move the proxies to an environment of type INTERMEDIATE or"
                            + " COMPREHENSIVE.")));
  }
}
