package io.entente.connector.apigee;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the environment is, asked of its organisation. */
final class EnvironmentProfile {

  private static final String API_VERSION = "v1";

  private final ApigeeConfig config;
  private final ApigeeClient client;

  EnvironmentProfile(ApigeeConfig config, ApigeeClient client) {
    this.config = config;
    this.client = client;
  }

  GatewayProfile ask() throws ApigeeFailure {
    Node organization = client.organization().get();
    Node environment = client.environment().get();
    if (Trees.text(environment, "name").filter(config.environment()::equals).isEmpty()) {
      throw Failures.strange(
          "GET environments/" + config.environment(), "another environment, or none");
    }
    String type = Trees.text(environment, "type").orElse("ENVIRONMENT_TYPE_UNSPECIFIED");
    var capabilities = new TreeSet<String>();
    capabilities.add("flow-hooks");
    if (!type.equals("BASE")) {
      capabilities.add("extensible");
    }
    if (analytics(organization)) {
      capabilities.add("analytics");
    }
    var settings = new TreeMap<>(config.settings());
    settings.put("organization", config.organization());
    settings.put("environment", config.environment());
    settings.put("environment.type", type);
    boolean hybrid = Trees.text(organization, "runtimeType").equals(Optional.of("HYBRID"));
    return new GatewayProfile(
        Vendor.APIGEE,
        hybrid ? "hybrid" : "x",
        API_VERSION,
        Math.max(1, instances().size()),
        capabilities,
        settings);
  }

  /** The names of the instances that run the environment; none are told of hybrid ones. */
  List<String> instances() throws ApigeeFailure {
    var names = new ArrayList<String>();
    for (Node instance : client.organization().instances()) {
      Optional<String> name = Trees.text(instance, "name");
      if (name.isPresent()
          && client.organization().instanceAttachments(name.get()).stream()
              .flatMap(attachment -> Trees.text(attachment, "environment").stream())
              .anyMatch(config.environment()::equals)) {
        names.add(name.get());
      }
    }
    return List.copyOf(names);
  }

  /** An organisation may have it for all its environments, or an environment for itself. */
  private boolean analytics(Node organization) throws ApigeeFailure {
    Optional<Node> ofEnvironment = client.environment().addons();
    return enabled(ofEnvironment) || enabled(Trees.field(organization, "addonsConfig"));
  }

  private static boolean enabled(Optional<Node> addons) {
    return Trees.isTrue(
        addons
            .flatMap(node -> Trees.field(node, "analyticsConfig"))
            .flatMap(node -> Trees.field(node, "enabled")));
  }
}
