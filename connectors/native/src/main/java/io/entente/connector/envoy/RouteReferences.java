package io.entente.connector.envoy;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.Scalar;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which route configurations a document fetches from us. Envoy takes a listener whose routes do not
 * exist, waits 15 seconds for them and then answers 404 to everything: so we refuse it.
 */
final class RouteReferences {

  private static final NodePath OVER_ADS = NodePath.of("config_source", "ads");
  private static final NodePath NAME = NodePath.of("route_config_name");

  private RouteReferences() {}

  /**
   * The names that {@code document} refers to, all of which are among {@code resources}.
   *
   * @throws ProblemException ENVOY_ROUTES_MISSING (kind USER)
   */
  static Set<String> require(ObjectKey key, Node document, Map<ObjectKey, Node> resources) {
    var names = new HashSet<String>();
    collect(document, names);
    for (String name : names) {
      boolean there =
          !name.isBlank()
              && resources.containsKey(
                  new ObjectKey(ResourceKind.ROUTE_CONFIGURATION.kind(), name));
      if (!there) {
        throw new ProblemException(
            Problem.user(
                "ENVOY_ROUTES_MISSING",
                key + " takes its routes from route configuration '" + name + "', which is missing",
                key + " rds.route_config_name",
                name,
                "Create that route configuration first."));
      }
    }
    return names;
  }

  private static void collect(Node node, Set<String> into) {
    if (node instanceof Node.Arr arr) {
      arr.items().forEach(item -> collect(item, into));
    } else if (node instanceof Node.Obj obj) {
      Optional<Node> rds = obj.field("rds");
      if (rds.flatMap(source -> Trees.get(source, OVER_ADS)).isPresent()) {
        rds.flatMap(source -> Trees.get(source, NAME)).ifPresent(name -> add(name, into));
      }
      obj.fields().values().forEach(value -> collect(value, into));
    }
  }

  private static void add(Node name, Set<String> into) {
    if (name instanceof Node.Value value && value.value() instanceof Scalar.Text text) {
      into.add(text.value());
    }
  }
}
