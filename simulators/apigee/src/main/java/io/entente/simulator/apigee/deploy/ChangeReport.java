package io.entente.simulator.apigee.deploy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.error.Violation;
import java.util.List;

/** A {@code DeploymentChangeReport}: empty when nothing is in the way. */
final class ChangeReport {

  private ChangeReport() {}

  static ObjectNode of(List<Violation> violations, ArrayNode routingConflicts) {
    ObjectNode report = Json.object();
    if (!violations.isEmpty()) {
      report.putObject("validationErrors").set("violations", Refusal.violations(violations));
    }
    if (!routingConflicts.isEmpty()) {
      report.set("routingConflicts", routingConflicts);
    }
    return report;
  }
}
