package io.entente.simulator.apigee.proxy.bundle;

import io.entente.simulator.apigee.proxy.condition.Condition;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads flows, fault rules and steps of one file. */
final class FlowReader {

  private final BundleFiles files;
  private final PolicyShelf policies;
  private final String file;

  FlowReader(BundleFiles files, PolicyShelf policies, String file) {
    this.files = files;
    this.policies = policies;
    this.file = file;
  }

  Flows flows(Element endpoint) {
    if (Elements.child(endpoint, "EventFlow").isPresent()) {
      files.wrong(file, "EventFlow does not run in this simulator");
    }
    return new Flows(
        flow(endpoint, "PreFlow"),
        Elements.nested(endpoint, "Flows", "Flow").stream()
            .map(e -> read(e, Elements.attribute(e, "name").orElse("")))
            .toList(),
        flow(endpoint, "PostFlow"),
        Elements.nested(endpoint, "FaultRules", "FaultRule").stream().map(this::rule).toList(),
        Elements.child(endpoint, "DefaultFaultRule").map(this::rule));
  }

  List<Step> postClient(Element endpoint) {
    Optional<Element> flow = Elements.child(endpoint, "PostClientFlow");
    if (flow.isPresent() && !Elements.nested(flow.get(), "Request", "Step").isEmpty()) {
      files.wrong(file, "PostClientFlow has steps on the request side");
    }
    return flow.map(f -> side(f, "Response")).orElse(List.of());
  }

  /** Steps that are children of this element. */
  List<Step> steps(Element parent) {
    var steps = new ArrayList<Step>();
    for (Element step : Elements.children(parent, "Step")) {
      Optional<String> name = Elements.text(step, "Name");
      if (name.isEmpty()) {
        files.wrong(file, "a step has no name");
      } else {
        Condition condition = condition(step);
        policies.named(name.get(), file).ifPresent(p -> steps.add(new Step(condition, p)));
      }
    }
    return steps;
  }

  Condition condition(Element parent) {
    return files.condition(Elements.text(parent, "Condition").orElse(""), file);
  }

  private Flow flow(Element endpoint, String name) {
    return Elements.child(endpoint, name).map(e -> read(e, name)).orElse(Flow.empty(name));
  }

  private Flow read(Element flow, String name) {
    return new Flow(name, condition(flow), side(flow, "Request"), side(flow, "Response"));
  }

  private List<Step> side(Element flow, String side) {
    return Elements.children(flow, side).stream().flatMap(e -> steps(e).stream()).toList();
  }

  private FaultRule rule(Element rule) {
    return new FaultRule(
        Elements.attribute(rule, "name").orElse(""),
        condition(rule),
        steps(rule),
        Elements.truth(rule, "AlwaysEnforce", false));
  }
}
