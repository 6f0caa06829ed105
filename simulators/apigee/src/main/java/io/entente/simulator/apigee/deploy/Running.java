package io.entente.simulator.apigee.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.GroupSpec;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.plane.HookPoint;
import io.entente.simulator.apigee.plane.RunningBundle;
import io.entente.simulator.apigee.plane.RunningEnvironment;
import io.entente.simulator.apigee.plane.RunningHook;
import io.entente.simulator.apigee.plane.RunningTarget;
import io.entente.simulator.apigee.store.Asset;
import io.entente.simulator.apigee.store.Environment;
import io.entente.simulator.apigee.store.Organization;
import io.entente.simulator.apigee.store.Revision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What of an environment the data plane has to run. */
final class Running {

  private Running() {}

  static RunningEnvironment of(Organization organization, Environment environment) {
    Map<HookPoint, RunningHook> hooks = new EnumMap<>(HookPoint.class);
    environment
        .hooks()
        .forEach(
            (point, hook) ->
                hooks.put(point, new RunningHook(hook.sharedFlow(), hook.continueOnError())));
    return new RunningEnvironment(
        organization.name(),
        environment.name(),
        organization.groupsOf(environment.name()).stream()
            .map(GroupSpec::hostnames)
            .flatMap(List::stream)
            .distinct()
            .toList(),
        bundles(environment, BundleKind.PROXY),
        bundles(environment, BundleKind.SHARED_FLOW),
        hooks,
        environment.targetServers().values().stream().map(Running::target).toList(),
        RunningKeys.of(organization));
  }

  static RunningBundle bundle(Asset asset, Revision revision) {
    return new RunningBundle(asset.name(), revision.id(), revision.bundle().files());
  }

  private static List<RunningBundle> bundles(Environment environment, BundleKind kind) {
    return environment.deployments(kind).values().stream()
        .flatMap(
            deployment -> deployment.running().map(run -> bundle(deployment.asset(), run)).stream())
        .toList();
  }

  private static RunningTarget target(ObjectNode server) {
    return new RunningTarget(
        server.path("name").asText(),
        server.path("host").asText(),
        server.path("port").asInt(),
        server.path("isEnabled").asBoolean(true));
  }
}
