package io.entente.translator.kong;

import io.entente.model.dialect.Dialect;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.translator.kong.emit.Doc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Our entities as native objects: one each, or as elements of the one declarative document. */
final class KongObjects {

  private KongObjects() {}

  static SortedMap<ObjectKey, NativeObject> entities(List<KongEntity> entities, Dialect dialect) {
    var objects = new TreeMap<ObjectKey, NativeObject>();
    for (KongEntity entity : entities) {
      put(
          objects,
          new ObjectKey(entity.kind(), entity.id()),
          entity.body(),
          Set.of(new Claim.Whole(entity.sources())),
          dialect);
    }
    return objects;
  }

  /** No object where nothing is ours. */
  static SortedMap<ObjectKey, NativeObject> document(List<KongEntity> entities, Dialect dialect) {
    var objects = new TreeMap<ObjectKey, NativeObject>();
    if (entities.isEmpty()) {
      return objects;
    }
    var lists = new TreeMap<String, List<Node>>();
    var claims = new HashSet<Claim>();
    for (KongEntity entity : entities) {
      lists.computeIfAbsent(entity.kind(), kind -> new ArrayList<>()).add(flat(entity.body()));
      claims.add(
          new Claim.Element(NodePath.of(entity.kind()), "id", entity.id(), entity.sources()));
    }
    // Not claimed: whoever wrote the document first says its format.
    Node.Obj document = Doc.of("_format_version", "3.0");
    for (var list : lists.entrySet()) {
      document = document.with(list.getKey(), Node.arr(list.getValue()));
    }
    put(objects, KongNames.CONFIG, document, claims, dialect);
    return objects;
  }

  private static void put(
      SortedMap<ObjectKey, NativeObject> objects,
      ObjectKey key,
      Node.Obj body,
      Set<Claim> claims,
      Dialect dialect) {
    Content content = dialect.canonicalise(key, new Content.Tree(body));
    objects.put(key, new NativeObject(key, content, claims));
  }

  /** A declarative document has bare ids where entities have {@code {id: ...}}. */
  private static Node.Obj flat(Node.Obj body) {
    var fields = new TreeMap<String, Node>();
    body.fields().forEach((name, value) -> fields.put(name, reference(value).orElse(value)));
    return new Node.Obj(fields);
  }

  private static Optional<Node> reference(Node value) {
    return value instanceof Node.Obj obj && obj.fields().keySet().equals(Set.of("id"))
        ? obj.field("id")
        : Optional.empty();
  }
}
