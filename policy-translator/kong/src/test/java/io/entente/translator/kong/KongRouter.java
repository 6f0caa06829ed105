package io.entente.translator.kong;

import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which route Kong takes for a request, as recorded: the one with the most kinds of condition; then
 * expressions by priority before prefixes by length; then the greater id.
 */
final class KongRouter {

  /** One path of one route. */
  private record Entry(Node.Obj route, List<String> hosts, List<String> methods, String path) {

    boolean expression() {
      return path.startsWith("~");
    }

    boolean takes(String host, String method, String requested) {
      boolean pathFits =
          expression()
              ? Pattern.compile(path.substring(1)).matcher(requested).lookingAt()
              : requested.startsWith(path);
      return pathFits
          && (hosts.isEmpty() || hosts.contains(host))
          && (methods.isEmpty() || methods.contains(method));
    }

    int conditions() {
      return (hosts.isEmpty() ? 0 : 1) + (methods.isEmpty() ? 0 : 1);
    }

    long rank() {
      return expression()
          ? 100_000 + route.field("regex_priority").map(Requests::number).orElse(0L)
          : path.length();
    }
  }

  private static final Comparator<Entry> BEST_LAST =
      Comparator.comparingInt(Entry::conditions)
          .thenComparingLong(Entry::rank)
          .thenComparing(entry -> entry.route().field("id").map(Recorded::text).orElse(""));

  private final List<Entry> entries = new ArrayList<>();

  KongRouter(List<Node.Obj> routes) {
    for (Node.Obj route : routes) {
      texts(route, "paths")
          .forEach(
              path ->
                  entries.add(
                      new Entry(route, texts(route, "hosts"), texts(route, "methods"), path)));
    }
  }

  /** The name of the route. */
  Optional<String> route(String host, String method, String path) {
    return entries.stream()
        .filter(entry -> entry.takes(host, method, path))
        .max(BEST_LAST)
        .map(entry -> Recorded.text(Recorded.field(entry.route(), "name")));
  }

  private static List<String> texts(Node.Obj route, String field) {
    return route
        .field(field)
        .map(list -> ((Node.Arr) list).items().stream().map(Recorded::text).toList())
        .orElse(List.of());
  }
}
