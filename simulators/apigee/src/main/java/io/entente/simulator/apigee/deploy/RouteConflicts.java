package io.entente.simulator.apigee.deploy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.entente.simulator.apigee.GroupSpec;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.store.Asset;
import io.entente.simulator.apigee.store.Deployment;
import io.entente.simulator.apigee.store.Environment;
import io.entente.simulator.apigee.store.Organization;
import io.entente.simulator.apigee.store.Revision;
import java.util.List;

/**
 * Base paths that another environment of the same group already serves. They do not fail a
 * deployment; the traffic just never gets there.
 */
final class RouteConflicts {

  private RouteConflicts() {}

  /** As {@code routingConflicts[]} of the API. */
  static ArrayNode of(
      Organization organization, Environment environment, Asset asset, Revision revision, long at) {
    ArrayNode conflicts = Json.array();
    if (asset.kind() == BundleKind.SHARED_FLOW) {
      return conflicts;
    }
    List<String> paths = revision.bundle().contents().basePaths();
    for (GroupSpec group : organization.groupsOf(environment.name())) {
      for (String name : group.environments()) {
        if (!name.equals(environment.name())) {
          organization.environment(name).deployments(BundleKind.PROXY).values().stream()
              .filter(other -> other.startedAt() <= at)
              .forEach(other -> add(conflicts, group.name(), name, other, paths));
        }
      }
    }
    return conflicts;
  }

  private static void add(
      ArrayNode conflicts, String group, String environment, Deployment other, List<String> paths) {
    for (String path : other.revision().bundle().contents().basePaths()) {
      if (paths.contains(path)) {
        conflicts
            .addObject()
            .put("environmentGroup", group)
            .put(
                "description",
                "base path " + path + " is already routed to the environment " + environment)
            .putObject("conflictingDeployment")
            .put("environment", environment)
            .put("apiProxy", other.asset().name())
            .put("revision", other.revision().id())
            .put("basepath", path);
      }
    }
  }
}
