package io.entente.connector.kong;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.estate.VendorSchema;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the node is, asked of it. Its schemas are many and seldom change: they are asked again when
 * the version or the set of plugins changed, and every five minutes. Safe between threads.
 */
final class NodeProfile {

  private static final Duration FRESH = Duration.ofMinutes(5);

  private final KongConfig config;
  private final AdminApi admin;
  private final InstantSource clock;
  private Optional<Known> known = Optional.empty();

  /** Facts and schemas, and when the schemas were asked. */
  record Known(NodeFacts facts, GatewayProfile profile, Instant at) {}

  NodeProfile(KongConfig config, AdminApi admin, InstantSource clock) {
    this.config = config;
    this.admin = admin;
    this.clock = clock;
  }

  /**
   * Asks the node who it is now.
   *
   * @throws AdminFailure when it cannot be reached or is not a Kong
   */
  synchronized Known ask() throws AdminFailure {
    var now = clock.instant();
    var facts = facts();
    boolean fresh =
        known
            .filter(k -> k.facts().version().equals(facts.version()))
            .filter(k -> k.facts().plugins().equals(facts.plugins()))
            .filter(k -> k.at().plus(FRESH).isAfter(now))
            .isPresent();
    var schema = fresh ? known.orElseThrow().profile().schema() : schema(facts);
    var at = fresh ? known.orElseThrow().at() : now;
    var current = new Known(facts, profile(facts, schema), at);
    known = Optional.of(current);
    return current;
  }

  /** What is known, asked if that is older than five minutes. */
  synchronized Known recent() throws AdminFailure {
    return known.isPresent() && known.get().at().plus(FRESH).isAfter(clock.instant())
        ? known.get()
        : ask();
  }

  private NodeFacts facts() throws AdminFailure {
    Node root = admin.read("GET /", () -> admin.node().nodeInformation());
    var enabled = admin.read("GET /plugins/enabled", () -> admin.node().enabledPlugins());
    if (root == null || enabled == null) {
      throw Failures.strange("GET /", "nothing");
    }
    var facts = NodeFacts.of(root, new TreeSet<>(enabled.getEnabledPlugins()));
    if (facts.isEmpty()) {
      throw new AdminFailure(
          200,
          io.entente.model.problem.FailureClass.FIX_CONFIG,
          Problem.user(
              KongErrorCode.NOT_KONG,
              "What answers at " + config.admin() + " does not describe itself as a Kong Gateway",
              "admin",
              "Give the address of Kong's Admin API."),
          false);
    }
    return facts.get();
  }

  private VendorSchema schema(NodeFacts facts) throws AdminFailure {
    var documents = new TreeMap<String, Node>();
    for (KongCollection collection : KongCollection.values()) {
      String entity = collection.entity();
      document("GET /schemas/" + entity, () -> admin.node().entitySchema(entity))
          .ifPresent(body -> documents.put("entities/" + entity, body));
    }
    for (String plugin : facts.plugins()) {
      document("GET /schemas/plugins/" + plugin, () -> admin.node().pluginSchema(plugin))
          .ifPresent(body -> documents.put("plugins/" + plugin, body));
    }
    return new VendorSchema(documents);
  }

  /** Entities of other editions and versions have no schema here. */
  private Optional<Node> document(String what, AdminApi.Call<Node> call) throws AdminFailure {
    try {
      return Optional.ofNullable(admin.read(what, call));
    } catch (AdminFailure e) {
      if (e.notFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private GatewayProfile profile(NodeFacts facts, VendorSchema schema) {
    var capabilities = new TreeSet<String>();
    facts.plugins().forEach(plugin -> capabilities.add("plugin:" + plugin));
    var settings = new TreeMap<>(config.settings());
    settings.putAll(facts.settings());
    settings.put("database", facts.database());
    return new GatewayProfile(
        Vendor.KONG,
        facts.edition(),
        facts.version(),
        config.nodes(),
        capabilities,
        settings,
        schema);
  }

  /** The failure as an exception for callers who want a profile or nothing. */
  static ProblemException unchecked(AdminFailure e) {
    return new ProblemException(e.problem());
  }
}
