package io.entente.connector.kong;

import io.entente.connector.spi.Secrets;
import io.entente.model.estate.VendorSchema;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.SecretRef;
import io.entente.translator.kong.dialect.KongKinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where secrets stop: replaces each by its reference and fingerprint before an entity leaves the
 * connector.
 *
 * <p>Secret are the known fields of credentials, certificates and keys; what the node's schema
 * marks as encrypted; what it lets refer to a vault, unless that only names a place; headers that a
 * plugin sends to elsewhere; whatever is called or looks like a credential. References to Kong's
 * own vaults stay as text. In what is tagged as ours, addresses without user info and query,
 * header edits, and headers not called like a credential stay as text too: we wrote them from
 * documents, not from secrets.
 *
 * <p>Remembers what it replaced; one instance is for one read or one step. Not safe between
 * threads.
 */
final class SecretEdge {

  /** Tag of everything we make. */
  static final String OUR_TAG = "entente";

  private final Secrets secrets;
  private final VendorSchema schema;
  private final Map<Fingerprint, String> seen = new HashMap<>();

  SecretEdge(Secrets secrets, VendorSchema schema) {
    this.secrets = secrets;
    this.schema = schema;
  }

  /** One entity of a collection. */
  Node entity(String kind, String id, Node raw) {
    var collection = KongCollection.find(kind);
    var place = new Place("kong:" + kind + "/" + id, NodePath.root(), ours(raw));
    return entity(collection, kind, raw, place);
  }

  /** The document of a gateway without database. */
  Node document(String id, Node raw) {
    return members(
        raw, new Place("kong:" + KongKinds.DECLARATIVE + "/" + id, NodePath.root(), false));
  }

  /** A secret that was replaced here, by its fingerprint. */
  Optional<String> seen(Fingerprint fingerprint) {
    return Optional.ofNullable(seen.get(fingerprint));
  }

  private Node members(Node raw, Place place) {
    if (!(raw instanceof Node.Obj obj)) {
      return plain(raw, "", place);
    }
    var fields = new TreeMap<String, Node>();
    obj.fields()
        .forEach(
            (name, value) ->
                fields.put(name, value instanceof Node.Arr list ? list(name, list, place) : value));
    return new Node.Obj(fields);
  }

  private Node.Arr list(String kind, Node.Arr list, Place place) {
    var collection = KongCollection.find(kind);
    var items = new ArrayList<Node>();
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      NodePath path = place.path().field(kind);
      var at =
          Trees.text(item, "id").isPresent()
              ? path.element("id", Trees.text(item, "id").get())
              : path.index(i);
      items.add(entity(collection, kind, item, new Place(place.object(), at, ours(item))));
    }
    return Node.arr(items);
  }

  private Node entity(Optional<KongCollection> collection, String kind, Node raw, Place place) {
    if (!(raw instanceof Node.Obj obj)) {
      return plain(raw, kind, place);
    }
    var fields = new TreeMap<String, Node>();
    obj.fields()
        .forEach(
            (name, value) ->
                fields.put(name, member(collection, obj, name, value, place.field(name))));
    return new Node.Obj(fields);
  }

  private Node member(
      Optional<KongCollection> collection, Node.Obj entity, String name, Node value, Place place) {
    boolean known = collection.map(c -> c.secrets().contains(name)).orElse(false);
    if (known) {
      return all(value, place);
    }
    if (collection.equals(Optional.of(KongCollection.PLUGINS)) && name.equals("config")) {
      String plugin = Trees.text(entity, "name").orElse("");
      return new ConfigEdge(this).config(value, FieldMarks.ofConfig(schema, plugin), place);
    }
    boolean nested =
        value instanceof Node.Arr list
            && KongCollection.find(name).isPresent()
            && list.items().stream().anyMatch(item -> item instanceof Node.Obj);
    return nested ? list(name, (Node.Arr) value, place.parent()) : plain(value, name, place);
  }

  /** A value about which no schema is asked. */
  Node plain(Node node, String name, Place place) {
    if (SecretNames.field(name)) {
      return all(node, place);
    }
    if (node instanceof Node.Obj obj) {
      var fields = new TreeMap<String, Node>();
      obj.fields().forEach((n, v) -> fields.put(n, plain(v, n, place.field(n))));
      return new Node.Obj(fields);
    }
    if (node instanceof Node.Arr list) {
      var items = new ArrayList<Node>();
      for (Node item : list.items()) {
        items.add(plain(item, name, place.index(items.size())));
      }
      return Node.arr(items);
    }
    return Trees.text(node).filter(SecretNames::value).isPresent() ? secret(node, place) : node;
  }

  /** Every text at or below is a secret. */
  Node all(Node node, Place place) {
    if (node instanceof Node.Obj obj) {
      var fields = new TreeMap<String, Node>();
      obj.fields().forEach((n, v) -> fields.put(n, all(v, place.field(n))));
      return new Node.Obj(fields);
    }
    if (node instanceof Node.Arr list) {
      var items = new ArrayList<Node>();
      for (Node item : list.items()) {
        items.add(all(item, place.index(items.size())));
      }
      return Node.arr(items);
    }
    return secret(node, place);
  }

  private Node secret(Node node, Place place) {
    var text = Trees.text(node).filter(t -> !t.isEmpty() && !SecretNames.vaultReference(t));
    if (text.isEmpty()) {
      return node;
    }
    var fingerprint = secrets.fingerprint(text.get());
    seen.put(fingerprint, text.get());
    return new Node.Secret(new SecretRef(place.object() + "#" + place.path()), fingerprint);
  }

  private static boolean ours(Node entity) {
    return Trees.items(Trees.field(entity, "tags")).contains(Node.text(OUR_TAG));
  }

  /** Where in which object, and whether that is tagged as ours. */
  record Place(String object, NodePath path, boolean ours) {

    Place field(String name) {
      return new Place(object, path.field(name), ours);
    }

    Place index(int position) {
      return new Place(object, path.index(position), ours);
    }

    Place parent() {
      var segments = path.segments();
      return new Place(object, new NodePath(segments.subList(0, segments.size() - 1)), ours);
    }
  }
}
