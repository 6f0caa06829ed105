package io.entente.simulator.apigee.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.EnvironmentSpec;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.plane.HookPoint;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An environment with what is in it. */
public final class Environment {

  private final EnvironmentSpec spec;
  private final Map<BundleKind, TreeMap<String, Deployment>> deployments =
      new EnumMap<>(BundleKind.class);
  private final Map<HookPoint, Hook> hooks = new EnumMap<>(HookPoint.class);
  private final TreeMap<String, ObjectNode> targetServers = new TreeMap<>();
  private final TreeMap<String, ObjectNode> keyValueMaps = new TreeMap<>();
  private final TreeMap<ResourceName, byte[]> resources = new TreeMap<>();

  Environment(EnvironmentSpec spec) {
    this.spec = spec;
    for (BundleKind kind : BundleKind.values()) {
      deployments.put(kind, new TreeMap<>());
    }
  }

  public EnvironmentSpec spec() {
    return spec;
  }

  public String name() {
    return spec.name();
  }

  /** What is deployed, by name. */
  public TreeMap<String, Deployment> deployments(BundleKind kind) {
    TreeMap<String, Deployment> all = deployments.get(kind);
    if (all == null) {
      throw new IllegalArgumentException("kind " + kind);
    }
    return all;
  }

  public Optional<Deployment> deployment(BundleKind kind, String name) {
    return Optional.ofNullable(deployments(kind).get(name));
  }

  public Map<HookPoint, Hook> hooks() {
    return hooks;
  }

  public TreeMap<String, ObjectNode> targetServers() {
    return targetServers;
  }

  public TreeMap<String, ObjectNode> keyValueMaps() {
    return keyValueMaps;
  }

  public TreeMap<ResourceName, byte[]> resources() {
    return resources;
  }
}
