package io.entente.translator.apigee.emit;

import io.entente.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The three Steps of a rule about bodies: what cannot be read is refused, what can be is judged,
 * and what the judge did not take is refused, whatever the reason.
 *
 * @param what it is called in names of ours
 * @param variables where its policy says that it failed
 */
record BodySteps(String what, String variables) {

  private static final List<String> FAULTS =
      List.of("ExecutionFailed", "SourceUnavailable", "NonMessageVariable");

  /**
   * @param refused the body cannot be read
   * @param read the body is read
   * @param judge its file, by its name
   */
  List<StepDraft> of(
      Policy policy, Place place, String refused, String read, UnaryOperator<String> judge) {
    String guard = place.policy(what + "guard", policy.id().policy().value());
    String judged = place.policy(what, policy.id().policy().value());
    String fault = place.policy(what + "fault", policy.id().policy().value());
    return List.of(
        step(policy, guard, refusal(guard), refused),
        step(policy, judged, judge.apply(judged), read),
        step(policy, fault, refusal(fault), failed(judged)));
  }

  /** It failed, or something went wrong of which it has no word of its own. */
  private String failed(String judged) {
    var text = new StringBuilder("(%s.%s.failed = \"true\")".formatted(variables, judged));
    FAULTS.forEach(name -> text.append(" or (fault.name = \"").append(name).append("\")"));
    return text.toString();
  }

  private static StepDraft step(Policy policy, String name, String file, String condition) {
    return new StepDraft(Stage.PAYLOAD, name, file, Optional.of(condition), List.of(policy));
  }

  private static String refusal(String name) {
    return RaiseFaultPolicy.file(name, 400, Reasons.of(400), "bad request");
  }
}
