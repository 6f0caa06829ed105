package io.entente.cli.offline;

import io.entente.json.YamlTree;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.translator.kong.KongNames;
import io.entente.translator.kong.dialect.KongKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Kong's entities as one file, each below what it belongs to. */
final class KongFile {

  static final String NAME = "kong.yaml";

  private final Map<String, List<Node.Obj>> byKind = new TreeMap<>();

  private KongFile(OfflineTranslation made) {
    for (NativeObject object : made.translation().objects().values()) {
      byKind.computeIfAbsent(object.key().kind(), k -> new ArrayList<>()).add(Trees.root(object));
    }
  }

  /** It says whose entities it is about, so that decK leaves all others alone. */
  static Export deck(OfflineTranslation made) {
    Node.Obj selection =
        Node.obj(Map.of("select_tags", Node.arr(List.of(Node.text(KongNames.TAG)))));
    var notes = new ArrayList<String>();
    notes.add(
        "deck gateway sync " + NAME + " writes and removes only entities tagged " + KongNames.TAG);
    var file = new KongFile(made);
    if (file.hasForeignPlaces()) {
      notes.add(
          "some plugins name routes that others made: decK knows them only if these routes are in"
              + " the same state, so add this file's plugins to the file that holds the routes");
    }
    return Export.of(NAME, YamlTree.write(file.tree().with("_info", selection)), notes);
  }

  static Export declarative(OfflineTranslation made) {
    return Export.of(
        NAME,
        YamlTree.write(new KongFile(made).tree()),
        List.of(
            "a Kong without a database takes the file as its whole configuration: what others have"
                + " there must stand in it too"));
  }

  private Node.Obj tree() {
    Node.Obj root = Node.obj().with("_format_version", Node.text("3.0"));
    root = list(root, KongKinds.CA_CERTIFICATES, all(KongKinds.CA_CERTIFICATES));
    root = list(root, KongKinds.UPSTREAMS, below(KongKinds.UPSTREAMS, this::upstream));
    root = list(root, KongKinds.SERVICES, below(KongKinds.SERVICES, this::service));
    return list(
        root, KongKinds.PLUGINS, foreign().stream().map(plugin -> flat(plugin, "route")).toList());
  }

  private List<Node.Obj> below(String kind, UnaryOperator<Node.Obj> nested) {
    return all(kind).stream().map(nested).toList();
  }

  private Node.Obj upstream(Node.Obj upstream) {
    return list(upstream, KongKinds.TARGETS, owned(KongKinds.TARGETS, "upstream", upstream));
  }

  private Node.Obj service(Node.Obj service) {
    return list(
        service,
        KongKinds.ROUTES,
        owned(KongKinds.ROUTES, "service", service).stream().map(this::route).toList());
  }

  private Node.Obj route(Node.Obj route) {
    return list(route, KongKinds.PLUGINS, owned(KongKinds.PLUGINS, "route", route));
  }

  private boolean hasForeignPlaces() {
    return !foreign().isEmpty();
  }

  /** Plugins of ours on routes that are not ours. */
  private List<Node.Obj> foreign() {
    List<Optional<String>> ours =
        all(KongKinds.ROUTES).stream().map(route -> Trees.text(route, "id")).toList();
    return all(KongKinds.PLUGINS).stream()
        .filter(plugin -> !ours.contains(reference(plugin, "route")))
        .toList();
  }

  private List<Node.Obj> owned(String kind, String field, Node.Obj owner) {
    return all(kind).stream()
        .filter(entity -> reference(entity, field).equals(Trees.text(owner, "id")))
        .map(entity -> entity.without(field))
        .toList();
  }

  private List<Node.Obj> all(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  private static Node.Obj flat(Node.Obj entity, String field) {
    return reference(entity, field).map(id -> entity.with(field, Node.text(id))).orElse(entity);
  }

  private static Optional<String> reference(Node.Obj entity, String field) {
    return entity.field(field).flatMap(to -> Trees.text(to, "id"));
  }

  private static Node.Obj list(Node.Obj owner, String name, List<Node.Obj> items) {
    return items.isEmpty() ? owner : owner.with(name, Node.arr(items));
  }
}
