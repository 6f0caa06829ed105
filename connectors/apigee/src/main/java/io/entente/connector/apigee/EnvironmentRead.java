package io.entente.connector.apigee;

import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.HookPoint;
import java.util.ArrayList;
import java.util.List;

/** Reads what belongs to the environment, except what is deployed in it. */
final class EnvironmentRead {

  private final EnvironmentCalls calls;
  private final String environment;
  private final Facts facts;

  EnvironmentRead(EnvironmentCalls calls, String environment, Facts facts) {
    this.calls = calls;
    this.environment = environment;
    this.facts = facts;
  }

  Part environment() throws ApigeeFailure {
    return Part.of(facts.of(ApigeeKinds.ENVIRONMENTS, environment, calls.get()));
  }

  /** All four, attached or not. */
  Part hook(HookPoint point) throws ApigeeFailure {
    return Part.of(
        facts.of(
            ApigeeKinds.FLOWHOOKS,
            point.vendorName(),
            HookStep.shown(point.vendorName(), calls.hook(point.vendorName()))));
  }

  /** One that is removed while we read is none. */
  Part targetServers() throws ApigeeFailure {
    var jobs = new ArrayList<Part.Job>();
    for (String name : calls.targetServers()) {
      jobs.add(
          () ->
              Part.of(
                  calls.targetServer(name).stream()
                      .map(server -> facts.of(ApigeeKinds.TARGETSERVERS, name, server))
                      .toList()));
    }
    return Part.then(List.of(), jobs);
  }

  Part keyValueMaps() throws ApigeeFailure {
    return Part.of(
        calls.keyValueMaps().stream()
            .distinct()
            .map(
                name ->
                    facts.of(
                        ApigeeKinds.KEYVALUEMAPS, name, Node.obj().with("name", Node.text(name))))
            .toList());
  }

  Part resourceFiles() throws ApigeeFailure {
    return Part.of(
        calls.resourceFiles().stream()
            .filter(file -> Trees.text(file, "name").isPresent())
            .map(
                file ->
                    facts.of(
                        ApigeeKinds.RESOURCEFILES,
                        Trees.text(file, "type").orElse("unknown")
                            + "/"
                            + Trees.text(file, "name").orElseThrow(),
                        file))
            .toList());
  }

  List<Part.Job> hooks() {
    var jobs = new ArrayList<Part.Job>();
    for (HookPoint point : HookPoint.values()) {
      jobs.add(() -> hook(point));
    }
    return jobs;
  }
}
