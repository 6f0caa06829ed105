package io.entente.simulator.apigee;

import java.util.List;

/** An organisation to start with. */
public record OrganizationSpec(
    String name,
    RuntimeType runtimeType,
    List<EnvironmentSpec> environments,
    List<GroupSpec> groups,
    List<InstanceSpec> instances) {

  public OrganizationSpec {
    Names.require("organization", name);
    environments = List.copyOf(environments);
    groups = List.copyOf(groups);
    instances = List.copyOf(instances);
    List<String> known = environments.stream().map(EnvironmentSpec::name).toList();
    groups.forEach(group -> requireKnown(known, group.environments()));
    instances.forEach(instance -> requireKnown(known, instance.environments()));
  }

  /**
   * An Apigee X with these environments, all in the group {@code default} with the host name {@code
   * api.<name>.test} and on one instance {@code eu1}.
   */
  public static OrganizationSpec of(String name, String... environments) {
    List<String> names = List.of(environments);
    return new OrganizationSpec(
        name,
        RuntimeType.CLOUD,
        names.stream().map(EnvironmentSpec::of).toList(),
        List.of(new GroupSpec("default", List.of("api." + name + ".test"), names)),
        List.of(new InstanceSpec("eu1", "europe-west1", names)));
  }

  public OrganizationSpec withRuntimeType(RuntimeType other) {
    return new OrganizationSpec(name, other, environments, groups, instances);
  }

  public OrganizationSpec withEnvironments(EnvironmentSpec... others) {
    return new OrganizationSpec(name, runtimeType, List.of(others), groups, instances);
  }

  public OrganizationSpec withGroups(GroupSpec... others) {
    return new OrganizationSpec(name, runtimeType, environments, List.of(others), instances);
  }

  public OrganizationSpec withInstances(InstanceSpec... others) {
    return new OrganizationSpec(name, runtimeType, environments, groups, List.of(others));
  }

  private static void requireKnown(List<String> known, List<String> named) {
    for (String name : named) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("environment '" + name + "' is unknown");
      }
    }
  }
}
