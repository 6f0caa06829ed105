package io.entente.translator.envoy.reverse;

import io.entente.model.event.Recording;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.TrafficLog;
import io.entente.translator.envoy.EnvoyNames;
import io.entente.translator.envoy.emit.AccessLogDocument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The access logger towards the hub as {@code trafficLog}. */
final class TrafficLogReader {

  private static final String TYPE =
      "envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig";

  private TrafficLogReader() {}

  /** A log and where it stands in the listener. */
  record Log(TrafficLog kind, NodePath path) {}

  static Optional<Log> read(Chain chain, Reasons reasons) {
    Optional<Log> found = Optional.empty();
    List<Node> loggers = Trees.items(chain.manager(), "access_log");
    for (int i = 0; i < loggers.size(); i++) {
      NodePath path = chain.path().field("access_log").index(i);
      FilterConfig config = FilterConfig.of(Trees.objectAt(loggers.get(i), "typed_config"));
      Node.Obj common = Trees.objectAt(config.message(), "common_config");
      if (!config.type().equals(TYPE) || !toHub(common)) {
        reasons.add(chain.listener(), path, "It does not log to the hub; a trafficLog does.");
      } else if (Trees.at(loggers.get(i), "filter").isPresent()) {
        reasons.add(chain.listener(), path, "It logs some exchanges; a trafficLog logs all.");
      } else {
        found =
            Trees.text(common, "buffer_flush_interval")
                .flatMap(TrafficLogReader::delay)
                .map(log -> new Log(log, path));
      }
    }
    return found;
  }

  /** What a route says is kept of its exchanges; a policy of its own. */
  static Optional<Finding> on(NativeRoute route, Chain chain, Reasons reasons) {
    NodePath path = route.path().field("metadata");
    Optional<Recording> recording =
        Trees.text(
                route.document(),
                "metadata",
                "filter_metadata",
                AccessLogDocument.METADATA,
                AccessLogDocument.RECORDING)
            .flatMap(Recording::of)
            .filter(asked -> !asked.equals(Recording.ALL));
    if (recording.isPresent() && !told(chain)) {
      reasons.add(
          route.object(), path, "It says what is kept, and no logger of the listener tells it.");
      return Optional.empty();
    }
    return recording.flatMap(
        asked ->
            read(chain, new Reasons())
                .map(log -> new TrafficLog(log.kind().maxDelay(), asked))
                .map(log -> new FilterReading.Said(log, Optional.empty(), Map.of()))
                .map(said -> new Finding(route.object(), path, Scope.ROUTE, "access_log", said)));
  }

  private static boolean told(Chain chain) {
    Node tag = FilterConfig.canonical(AccessLogDocument.tag());
    return Trees.items(chain.manager(), "access_log").stream()
        .map(logger -> Trees.objectAt(logger, "typed_config"))
        .flatMap(
            config ->
                Trees.items(FilterConfig.of(config).message(), "common_config", "custom_tags")
                    .stream())
        .anyMatch(
            found -> found instanceof Node.Obj each && FilterConfig.canonical(each).equals(tag));
  }

  private static boolean toHub(Node.Obj common) {
    return Trees.text(common, "grpc_service", "envoy_grpc", "cluster_name")
            .equals(Optional.of(EnvoyNames.HUB_CLUSTER))
        && Trees.text(common, "log_name").equals(Optional.of(EnvoyNames.ACCESS_LOG));
  }

  /** Shorter ones are what the listener has where no policy says anything. */
  private static Optional<TrafficLog> delay(String text) {
    return Optional.of(text)
        .filter(t -> t.matches("[0-9]{1,4}s"))
        .map(t -> new BigDecimal(t.substring(0, t.length() - 1)).longValueExact())
        .filter(seconds -> seconds >= 1 && seconds <= 60)
        .map(seconds -> new TrafficLog(Duration.ofSeconds(seconds)));
  }
}
