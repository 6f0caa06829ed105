package io.entente.translator.kong.dialect;

import io.entente.model.estate.VendorSchema;
import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The canonical form of one entity, or of a declarative document entity by entity. */
final class KongCanon {

  private static final String PLUGINS = "plugins/";
  private static final String ENTITIES = "entities/";
  private static final Shape.Rec UNKNOWN = new Shape.Rec(new TreeMap<>(), List.of());

  private final VendorSchema schema;
  private final Map<String, Optional<Shape.Rec>> read = new ConcurrentHashMap<>();

  KongCanon(VendorSchema schema) {
    this.schema = schema;
  }

  Node of(String kind, Node root) {
    if (!(root instanceof Node.Obj obj)) {
      return root;
    }
    return kind.equals(KongKinds.DECLARATIVE) ? document(obj) : entity(kind, obj);
  }

  private Node document(Node.Obj document) {
    var members = new TreeMap<String, Node>();
    document
        .fields()
        .forEach(
            (name, value) ->
                members.put(name, value instanceof Node.Arr list ? entities(name, list) : value));
    return new Node.Obj(members);
  }

  /** Kong keeps entities in no order. */
  private Node entities(String kind, Node.Arr list) {
    return Node.arr(
        list.items().stream()
            .map(item -> item instanceof Node.Obj obj ? entity(kind, obj) : item)
            .sorted(Comparator.comparing(KongCanon::id).thenComparing(CanonicalText::of))
            .toList());
  }

  private Node entity(String kind, Node.Obj entity) {
    return Completion.of(shape(kind, entity), entity.without("created_at").without("updated_at"));
  }

  private Shape shape(String kind, Node.Obj entity) {
    Shape.Rec general =
        named(ENTITIES + KongKinds.entity(kind)).or(() -> named(ENTITIES + kind)).orElse(UNKNOWN);
    return kind.equals(KongKinds.PLUGINS)
        ? entity
            .field("name")
            .flatMap(Nodes::text)
            .flatMap(name -> named(PLUGINS + name))
            .map(general::overlaid)
            .orElse(general)
        : general;
  }

  private Optional<Shape.Rec> named(String document) {
    return read.computeIfAbsent(document, name -> schema.document(name).map(SchemaReader::entity));
  }

  private static String id(Node item) {
    return item instanceof Node.Obj obj ? obj.field("id").flatMap(Nodes::text).orElse("") : "";
  }
}
