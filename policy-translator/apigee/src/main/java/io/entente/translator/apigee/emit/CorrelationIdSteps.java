package io.entente.translator.apigee.emit;

import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Steps that give an exchange its id: it is chosen once, kept in a flow variable of its own so
 * that no later edit of the header changes it, and written from there.
 */
final class CorrelationIdSteps {

  private final Policy policy;
  private final CorrelationId rule;
  private final Place place;
  private final String inbound;
  private final String variable;
  private final List<StepDraft> steps = new ArrayList<>();

  private CorrelationIdSteps(Policy policy, CorrelationId rule, Place place) {
    this.policy = policy;
    this.rule = rule;
    this.place = place;
    this.inbound = "request.header." + rule.header();
    this.variable = "entente.id." + rule.header();
  }

  static List<StepDraft> of(Policy policy, CorrelationId rule, Place place) {
    return new CorrelationIdSteps(policy, rule, place).steps();
  }

  private List<StepDraft> steps() {
    if (rule.onInbound() == OnInbound.KEEP) {
      assign(
          "kept",
          "Ref",
          inbound,
          Optional.of("(%s != null) and (%s != \"\")".formatted(inbound, inbound)));
      assign(
          "fresh",
          "Template",
          "{createUuid()}",
          Optional.of("(%s = null) or (%s = \"\")".formatted(inbound, inbound)));
    } else {
      assign("fresh", "Template", "{createUuid()}", Optional.empty());
    }
    write("id", Stage.IDENTIFY, "request");
    if (rule.echo()) {
      write("echo", Stage.ECHO, "response");
    }
    return steps;
  }

  private void assign(String what, String from, String value, Optional<String> condition) {
    String name = name(what);
    step(
        Stage.IDENTIFY, name, AssignMessagePolicy.variable(name, variable, from, value), condition);
  }

  private void write(String what, Stage stage, String message) {
    String name = name(what);
    var header = new TreeMap<String, String>();
    header.put(rule.header(), "{" + variable + "}");
    step(stage, name, AssignMessagePolicy.file(name, message, "Set", header), Optional.empty());
  }

  private String name(String what) {
    return place.policy(what, policy.id().policy().value());
  }

  private void step(Stage stage, String name, String file, Optional<String> condition) {
    steps.add(new StepDraft(stage, name, file, condition, List.of(policy)));
  }
}
