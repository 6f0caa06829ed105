package io.entente.hub.apply;

import io.entente.connector.spi.StepOutcome;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What became of the steps of one group.
 *
 * @param results of those that were tried, in the order of the plan
 * @param notSent those of which nothing was sent
 */
record GroupOutcomes(Map<Step, StepResult> results, List<Step> notSent) {

  GroupOutcomes {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    notSent = List.copyOf(notSent);
  }

  /**
   * Puts steps and outcomes together.
   *
   * @throws IllegalStateException when the connector did not answer for every step
   */
  static GroupOutcomes of(List<Step> group, List<StepOutcome> outcomes) {
    if (outcomes.size() != group.size()) {
      throw new IllegalStateException(
          "the connector told of " + outcomes.size() + " of " + group.size() + " steps");
    }
    var results = new LinkedHashMap<Step, StepResult>();
    var notSent = new ArrayList<Step>();
    for (int i = 0; i < group.size(); i++) {
      if (outcomes.get(i) instanceof StepOutcome.Tried tried) {
        results.put(group.get(i), tried.result());
      } else {
        notSent.add(group.get(i));
      }
    }
    return new GroupOutcomes(results, notSent);
  }

  StepResult result(Step step) {
    return Optional.ofNullable(results.get(step)).orElseThrow();
  }

  /** Steps that may have landed. */
  List<Step> unknown() {
    return results.keySet().stream()
        .filter(step -> result(step) instanceof StepResult.Unknown)
        .toList();
  }

  /** The same with every step that may have landed decided. */
  GroupOutcomes settled(BiFunction<Step, StepResult.Unknown, StepResult> decide) {
    var decided = new LinkedHashMap<>(results);
    decided.replaceAll(
        (step, result) ->
            result instanceof StepResult.Unknown unknown ? decide.apply(step, unknown) : result);
    return new GroupOutcomes(decided, notSent);
  }

  /** What the steps that landed made known. */
  List<Map<Node.Pending, Node>> outputs() {
    return results.values().stream()
        .filter(StepResult.Done.class::isInstance)
        .map(result -> ((StepResult.Done) result).outputs())
        .toList();
  }

  /** Why the plan cannot go on: what the first step says that was tried and did not land. */
  Optional<Problem> failure() {
    for (StepResult result : results.values()) {
      if (result instanceof StepResult.Refused refused) {
        return Optional.of(refused.why());
      }
      if (result instanceof StepResult.Unknown unknown) {
        return Optional.of(unknown.why());
      }
    }
    return results.isEmpty()
        ? Optional.of(
            Problem.internal(
                "STEP_NOT_SENT",
                "Step " + notSent.get(0).number() + " was not sent and nothing says why.",
                "Make a new plan: it starts from what the gateway holds now."))
        : Optional.empty();
  }
}
