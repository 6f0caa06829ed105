package io.entente.simulator.apigee.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.EnvironmentSpec;
import io.entente.simulator.apigee.GroupSpec;
import io.entente.simulator.apigee.InstanceSpec;
import io.entente.simulator.apigee.OrganizationSpec;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.error.Refusal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An organisation with all it holds. */
public final class Organization {

  private final OrganizationSpec spec;
  private final long createdAt;
  private final Map<String, Environment> environments = new LinkedHashMap<>();
  private final Map<BundleKind, TreeMap<String, Asset>> assets = new EnumMap<>(BundleKind.class);
  private final TreeMap<String, GroupSpec> groups = new TreeMap<>();
  private final TreeMap<String, Operation> operations = new TreeMap<>();
  private final Map<EntityKind, TreeMap<String, ObjectNode>> entities =
      new EnumMap<>(EntityKind.class);

  Organization(OrganizationSpec spec, long now) {
    this.spec = spec;
    this.createdAt = now;
    for (EnvironmentSpec environment : spec.environments()) {
      environments.put(environment.name(), new Environment(environment));
    }
    spec.groups().forEach(group -> groups.put(group.name(), group));
    for (BundleKind kind : BundleKind.values()) {
      assets.put(kind, new TreeMap<>());
    }
    for (EntityKind kind : EntityKind.values()) {
      entities.put(kind, new TreeMap<>());
    }
  }

  public OrganizationSpec spec() {
    return spec;
  }

  public String name() {
    return spec.name();
  }

  public long createdAt() {
    return createdAt;
  }

  public Collection<Environment> environments() {
    return environments.values();
  }

  /**
   * An environment by its name.
   *
   * @throws Refusal 404
   */
  public Environment environment(String name) {
    return Optional.ofNullable(environments.get(name))
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "resource organizations/" + name() + "/environments/" + name + " not found"));
  }

  /** Environment groups by name. */
  public TreeMap<String, GroupSpec> groups() {
    return groups;
  }

  /** Long-running operations by id. */
  public TreeMap<String, Operation> operations() {
    return operations;
  }

  /** Groups an environment is attached to. */
  public List<GroupSpec> groupsOf(String environment) {
    return groups.values().stream()
        .filter(group -> group.environments().contains(environment))
        .toList();
  }

  /** Instances an environment is attached to. */
  public List<InstanceSpec> instancesOf(String environment) {
    return spec.instances().stream()
        .filter(instance -> instance.environments().contains(environment))
        .toList();
  }

  /** Proxies or shared flows by name. */
  public TreeMap<String, Asset> assets(BundleKind kind) {
    return Optional.ofNullable(assets.get(kind)).orElseThrow();
  }

  /**
   * A proxy or shared flow.
   *
   * @throws Refusal 404
   */
  public Asset asset(BundleKind kind, String name) {
    return Optional.ofNullable(assets(kind).get(name))
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "resource organizations/"
                        + name()
                        + "/"
                        + kind.collection()
                        + "/"
                        + name
                        + " not found"));
  }

  /** The asset of a name, made when there is none. */
  public Asset assetOrNew(BundleKind kind, String name, long now) {
    return assets(kind).computeIfAbsent(name, key -> new Asset(kind, key, now));
  }

  /** Entities by their key. */
  public TreeMap<String, ObjectNode> entities(EntityKind kind) {
    return Optional.ofNullable(entities.get(kind)).orElseThrow();
  }
}
