package io.entente.simulator.kong.proxy.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route with paths of one kind and length: a route with different paths counts as several, so
 * that each has its own rank.
 */
final class CompiledRoute {

  /** First the number of kinds of condition, then the finer ones; ties go to the greater id. */
  static final Comparator<CompiledRoute> BEST_FIRST =
      Comparator.<CompiledRoute>comparingInt(r -> r.weight)
          .thenComparing(r -> r.plainHosts)
          .thenComparingInt(r -> r.headers.size())
          .thenComparing(r -> r.regex)
          .thenComparingInt(r -> r.regex ? r.regexPriority : 0)
          .thenComparingInt(r -> r.regex ? 0 : r.pathLength)
          .thenComparing(r -> r.id)
          .reversed();

  private final String id;
  final JsonNode entity;
  private final List<String> methods;
  private final List<HostPattern> hosts;
  private final List<HeaderCondition> headers = new ArrayList<>();
  private final List<PathPattern> paths;
  private final int weight;
  private final boolean plainHosts;
  private final boolean regex;
  private final int regexPriority;
  private final int pathLength;

  CompiledRoute(JsonNode route, List<PathPattern> paths) {
    this.id = Json.id(route);
    this.entity = route;
    this.methods = Json.texts(route, "methods");
    this.hosts = Json.texts(route, "hosts").stream().map(HostPattern::of).toList();
    for (Map.Entry<String, JsonNode> h : Json.fields(Json.object(route, "headers")).entrySet()) {
      var values = new ArrayList<String>();
      h.getValue().forEach(value -> values.add(value.asText()));
      headers.add(new HeaderCondition(h.getKey(), values));
    }
    this.paths = paths;
    boolean snis = !Json.texts(route, "snis").isEmpty();
    this.weight =
        count(!methods.isEmpty())
            + count(!hosts.isEmpty())
            + count(!headers.isEmpty())
            + count(!paths.isEmpty())
            + count(snis);
    this.plainHosts = !hosts.isEmpty() && hosts.stream().noneMatch(HostPattern::wildcard);
    this.regex = paths.stream().anyMatch(PathPattern::isRegex);
    this.regexPriority = Json.whole(route, "regex_priority", 0);
    this.pathLength = paths.stream().mapToInt(PathPattern::length).max().orElse(0);
  }

  /** Taken path part and captures; a route without paths takes nothing away. */
  Optional<PathPattern.Taken> match(
      String method, String host, String path, Headers sent, int listeningPort) {
    boolean others =
        (methods.isEmpty() || methods.contains(method))
            && (hosts.isEmpty() || hosts.stream().anyMatch(h -> h.matches(host, listeningPort)))
            && headers.stream().allMatch(condition -> condition.matches(sent));
    if (!others) {
      return Optional.empty();
    }
    if (paths.isEmpty()) {
      return Optional.of(new PathPattern.Taken("", Map.of()));
    }
    return paths.stream().flatMap(p -> p.take(path).stream()).findFirst();
  }

  private static int count(boolean present) {
    return present ? 1 : 0;
  }
}
