package io.entente.connector.kong;

import io.entente.connector.spi.Secrets;
import io.entente.model.estate.VendorSchema;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.Node;
import io.entente.translator.kong.KongNames;
import io.entente.translator.kong.dialect.KongKinds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where secrets stop: replaces each by its reference and fingerprint before an entity leaves the
 * connector.
 *
 * <p>Secret are the known fields of credentials, certificates and keys; what the node's schema
 * marks as encrypted; what it lets refer to a vault, unless that only names a place; headers that a
 * plugin sends to elsewhere; whatever is called or looks like a credential. References to Kong's
 * own vaults stay as text. In what is tagged as ours, addresses without user info and query, header
 * edits, and headers not called like a credential stay as text too: we wrote them from documents,
 * not from secrets.
 *
 * <p>Remembers what it replaced; one instance is for one read or one step. Not safe between
 * threads.
 */
final class SecretEdge {

  private final Secrets secrets;
  private final VendorSchema schema;
  private final Map<Fingerprint, String> seen = new HashMap<>();
  private final Map<String, FieldMarks> configs = new HashMap<>();
  private final ConfigEdge config = new ConfigEdge(this);

  SecretEdge(Secrets secrets, VendorSchema schema) {
    this.secrets = secrets;
    this.schema = schema;
  }

  /** One entity of a collection. */
  Node entity(String kind, String id, Node raw) {
    var place = Place.root("kong:" + kind + "/" + id, ours(raw));
    return entity(KongCollection.find(kind), raw, place);
  }

  /** The document of a gateway without database. */
  Node document(String id, Node raw) {
    var root = Place.root("kong:" + KongKinds.DECLARATIVE + "/" + id, false);
    return raw instanceof Node.Obj obj
        ? Rebuilt.fields(
            obj, (name, value) -> value instanceof Node.Arr list ? list(name, list, root) : value)
        : plain(raw, "", root);
  }

  /** A secret that was replaced here, by its fingerprint. */
  Optional<String> seen(Fingerprint fingerprint) {
    return Optional.ofNullable(seen.get(fingerprint));
  }

  private Node.Arr list(String kind, Node.Arr list, Place place) {
    var collection = KongCollection.find(kind);
    var at = place.field(kind);
    return Rebuilt.elements(
        list,
        (i, item) -> entity(collection, item, at.entity(Trees.text(item, "id"), i, ours(item))));
  }

  private Node entity(Optional<KongCollection> collection, Node raw, Place place) {
    return raw instanceof Node.Obj obj
        ? Rebuilt.fields(obj, (name, value) -> member(collection, obj, name, value, place))
        : plain(raw, "", place);
  }

  private Node member(
      Optional<KongCollection> collection, Node.Obj entity, String name, Node value, Place place) {
    if (Trees.isNeverSecret(value)) {
      return value;
    }
    if (collection.isPresent() && collection.get().secrets().contains(name)) {
      return all(value, place.field(name));
    }
    if (name.equals("config") && collection.equals(Optional.of(KongCollection.PLUGINS))) {
      String plugin = Trees.text(entity, "name").orElse("");
      var marks = configs.computeIfAbsent(plugin, p -> FieldMarks.ofConfig(schema, p));
      return config.config(value, marks, place.field(name));
    }
    boolean nested =
        value instanceof Node.Arr list
            && list.items().stream().anyMatch(item -> item instanceof Node.Obj)
            && KongCollection.find(name).isPresent();
    return nested ? list(name, (Node.Arr) value, place) : plain(value, name, place.field(name));
  }

  /** A value about which no schema is asked. */
  Node plain(Node node, String name, Place place) {
    if (SecretNames.field(name)) {
      return all(node, place);
    }
    if (node instanceof Node.Obj obj) {
      return Rebuilt.fields(
          obj, (n, v) -> Trees.isNeverSecret(v) ? v : plain(v, n, place.field(n)));
    }
    if (node instanceof Node.Arr list) {
      return Rebuilt.elements(list, (i, item) -> plain(item, name, place.index(i)));
    }
    return Trees.text(node).filter(SecretNames::value).isPresent() ? secret(node, place) : node;
  }

  /** Every text at or below is a secret. */
  Node all(Node node, Place place) {
    if (node instanceof Node.Obj obj) {
      return Rebuilt.fields(obj, (n, v) -> all(v, place.field(n)));
    }
    return node instanceof Node.Arr list
        ? Rebuilt.elements(list, (i, item) -> all(item, place.index(i)))
        : secret(node, place);
  }

  private Node secret(Node node, Place place) {
    var text = Trees.text(node).filter(t -> !t.isEmpty() && !SecretNames.vaultReference(t));
    if (text.isEmpty()) {
      return node;
    }
    var fingerprint = secrets.fingerprint(text.get());
    seen.put(fingerprint, text.get());
    return new Node.Secret(place.reference(), fingerprint);
  }

  private static boolean ours(Node entity) {
    return Trees.items(Trees.field(entity, "tags")).contains(Node.text(KongNames.TAG));
  }
}
