package io.entente.connector.kong;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What {@code GET /} and {@code GET /plugins/enabled} say of a node.
 *
 * @param version without edition
 * @param edition {@code oss} or {@code enterprise}
 * @param database {@code postgres} or {@code off}
 * @param node as it names itself
 * @param plugins enabled
 * @param settings of the node that say who else writes to it
 * @param settleHere longest time from a write through this node to its effect there
 * @param settleElsewhere the same on another node, which polls for changes first
 */
record NodeFacts(
    String version,
    String edition,
    String database,
    String node,
    SortedSet<String> plugins,
    TreeMap<String, String> settings,
    Duration settleHere,
    Duration settleElsewhere) {

  /** Setting of the profile: the file the node reads when it starts. */
  static final String DECLARATIVE_FILE = "kong.declarative.file";

  /** Setting of the profile: the node was started for an ingress controller. */
  static final String INGRESS = "kong.ingress";

  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+){2,3}");
  private static final String ENTERPRISE = "-enterprise-edition";
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);

  /** Empty when the root document is not that of a Kong Gateway. */
  static Optional<NodeFacts> of(Node root, SortedSet<String> plugins) {
    String said = Trees.text(root, "version").orElse("");
    boolean enterprise = said.endsWith(ENTERPRISE);
    String version = enterprise ? said.substring(0, said.length() - ENTERPRISE.length()) : said;
    var configuration = Trees.field(root, "configuration");
    var database = configuration.flatMap(c -> Trees.text(c, "database"));
    if (!VERSION.matcher(version).matches() || database.isEmpty()) {
      return Optional.empty();
    }
    boolean fourNumbers = version.chars().filter(c -> c == '.').count() == 3;
    var settings = new TreeMap<String, String>();
    configuration
        .flatMap(c -> Trees.text(c, "declarative_config"))
        .ifPresent(file -> settings.put(DECLARATIVE_FILE, file));
    if (Trees.isTrue(configuration.flatMap(c -> Trees.field(c, "kic")))) {
      settings.put(INGRESS, "true");
    }
    Duration rebuild =
        seconds(configuration.get(), "worker_state_update_frequency").orElse(USUAL_INTERVAL);
    Duration poll =
        seconds(configuration.get(), "db_update_frequency")
            .orElse(USUAL_INTERVAL)
            .plus(seconds(configuration.get(), "db_update_propagation").orElse(Duration.ZERO));
    return Optional.of(
        new NodeFacts(
            version,
            enterprise || fourNumbers ? "enterprise" : "oss",
            database.get(),
            Trees.text(root, "hostname").or(() -> Trees.text(root, "node_id")).orElse("kong"),
            plugins,
            settings,
            rebuild,
            rebuild.plus(poll)));
  }

  boolean hasDatabase() {
    return !database.equals("off");
  }

  private static Optional<Duration> seconds(Node configuration, String field) {
    return Trees.field(configuration, field)
        .filter(node -> node instanceof Node.Value)
        .map(node -> ((Node.Value) node).value())
        .filter(scalar -> scalar instanceof Scalar.Num)
        .map(scalar -> ((Scalar.Num) scalar).value())
        .filter(s -> s.signum() >= 0 && s.compareTo(BigDecimal.valueOf(3600)) < 0)
        .map(s -> Duration.ofMillis(s.movePointRight(3).longValue()));
  }
}
