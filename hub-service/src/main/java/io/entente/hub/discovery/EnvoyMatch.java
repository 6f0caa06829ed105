package io.entente.hub.discovery;

import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a route of Envoy matches, in the words people read. */
final class EnvoyMatch {

  private static final String METHOD = ":method";

  private EnvoyMatch() {}

  static List<String> paths(Node.Obj route) {
    return Look.object(route, "match").map(EnvoyMatch::path).orElse(List.of());
  }

  /** Where a pattern stands for methods, the pattern. */
  static List<String> methods(Node.Obj route) {
    var methods = new ArrayList<String>();
    for (Node.Obj header :
        Look.object(route, "match")
            .map(match -> Look.objects(match, "headers"))
            .orElse(List.of())) {
      if (Look.text(header, "name").filter(METHOD::equals).isPresent()) {
        Look.object(header, "string_match").flatMap(EnvoyMatch::words).ifPresent(methods::add);
      }
    }
    return methods.stream().flatMap(words -> List.of(words.split("\\|")).stream()).toList();
  }

  private static Optional<String> words(Node.Obj match) {
    return Look.text(match, "exact")
        .or(() -> Look.object(match, "safe_regex").flatMap(regex -> Look.text(regex, "regex")));
  }

  private static List<String> path(Node.Obj match) {
    var paths = new ArrayList<String>();
    Look.text(match, "path").map(path -> "exact " + path).ifPresent(paths::add);
    Look.text(match, "prefix").map(path -> "prefix " + path).ifPresent(paths::add);
    Look.text(match, "path_separated_prefix").map(p -> "prefix " + p).ifPresent(paths::add);
    Look.object(match, "safe_regex")
        .flatMap(regex -> Look.text(regex, "regex"))
        .map(regex -> "regex " + regex)
        .ifPresent(paths::add);
    return paths;
  }
}
