package io.entente.simulator.apigee.plane;

import java.util.List;
import java.util.Map;

/**
 * Everything that runs in an environment at one moment.
 *
 * @param organization its organisation
 * @param environment its name
 * @param hostnames of the environment groups that lead to it
 * @param proxies deployed, one revision each
 * @param sharedFlows deployed, one revision each
 * @param hooks what is attached; an absent point has nothing
 * @param targets target servers
 * @param keys of the apps of the organisation
 */
public record RunningEnvironment(
    String organization,
    String environment,
    List<String> hostnames,
    List<RunningBundle> proxies,
    List<RunningBundle> sharedFlows,
    Map<HookPoint, RunningHook> hooks,
    List<RunningTarget> targets,
    List<RunningKey> keys) {

  public RunningEnvironment {
    hostnames = List.copyOf(hostnames);
    proxies = List.copyOf(proxies);
    sharedFlows = List.copyOf(sharedFlows);
    hooks = Map.copyOf(hooks);
    targets = List.copyOf(targets);
    keys = List.copyOf(keys);
  }

  /** Without apps. */
  public RunningEnvironment(
      String organization,
      String environment,
      List<String> hostnames,
      List<RunningBundle> proxies,
      List<RunningBundle> sharedFlows,
      Map<HookPoint, RunningHook> hooks,
      List<RunningTarget> targets) {
    this(organization, environment, hostnames, proxies, sharedFlows, hooks, targets, List.of());
  }
}
