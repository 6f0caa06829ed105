package io.entente.cli.offline;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.translator.envoy.dialect.EnvoyKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The listeners and clusters of a bootstrap of Envoy. */
final class EnvoyEstate {

  private final TreeMap<ObjectKey, NativeObject> objects = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private final InlineRoutes routes = new InlineRoutes();

  private EnvoyEstate() {}

  /**
   * @throws ProblemException NOT_ENVOY_CONFIGURATION, RESOURCE_TWICE, or a text that is none
   */
  static Estate of(List<EstateSource> sources) {
    var estate = new EnvoyEstate();
    for (Node.Obj document : ConfigTexts.read(sources)) {
      estate.document(document);
    }
    estate.routes.taken().forEach(estate::routes);
    return new Estate(estate.objects, Set.of(), estate.notes);
  }

  private void document(Node.Obj document) {
    Node resources =
        document
            .field("static_resources")
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.user(
                            "NOT_ENVOY_CONFIGURATION",
                            "The file has no static_resources.",
                            "static_resources",
                            "Name a bootstrap whose listeners and clusters stand in it.")));
    add(EnvoyKinds.LISTENER, "listeners", resources);
    add(EnvoyKinds.CLUSTER, "clusters", resources);
    if (document.field("dynamic_resources").isPresent()) {
      notes.add("what Envoy is given over xDS is not in the file and was not read");
    }
  }

  private void routes(String name, Node routes) {
    var key = new ObjectKey(EnvoyKinds.ROUTE_CONFIGURATION, name);
    objects.put(key, NativeObject.foreign(key, new Content.Tree(routes)));
  }

  private void add(String kind, String list, Node resources) {
    int number = 0;
    for (Node.Obj resource : Trees.objects(resources, list)) {
      String at = "static_resources." + list + "[" + number++ + "]";
      var key = new ObjectKey(kind, Trees.text(resource, "name").orElse(at));
      Content content = new Content.Tree(routes.without(resource));
      if (objects.putIfAbsent(key, NativeObject.foreign(key, content)) != null) {
        throw new ProblemException(
            Problem.user(
                "RESOURCE_TWICE",
                "The files hold two resources of kind " + kind + " that are called the same.",
                at + ".name",
                key.nativeId(),
                "Take one of the two out, or rename it."));
      }
    }
  }
}
