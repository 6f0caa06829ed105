package io.entente.hub.plan;

import static io.entente.hub.plan.StoredTree.child;
import static io.entente.hub.plan.StoredTree.items;
import static io.entente.hub.plan.StoredTree.text;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Native objects with their claims to and from stored trees. */
public final class ObjectCodec {

  private ObjectCodec() {}

  public static Node write(NativeObject object) {
    var fields = new TreeMap<String, Node>();
    fields.put("kind", Node.text(object.key().kind()));
    fields.put("nativeId", Node.text(object.key().nativeId()));
    fields.put("claims", ClaimCodec.sorted(object.claims(), ClaimCodec::write));
    if (object.content() instanceof Content.Tree tree) {
      fields.put("tree", tree.root());
    } else if (object.content() instanceof Content.Files files) {
      var entries = new TreeMap<String, Node>();
      files.entries().forEach((name, hash) -> entries.put("f:" + name, Node.text(hash.hex())));
      fields.put("files", Node.obj(entries));
    }
    return Node.obj(fields);
  }

  public static NativeObject read(Node node) {
    var key = new ObjectKey(text(node, "kind"), text(node, "nativeId"));
    var claims = items(node, "claims").stream().map(ClaimCodec::read).collect(Collectors.toSet());
    return new NativeObject(key, content((Node.Obj) node), claims);
  }

  private static Content content(Node.Obj node) {
    if (node.field("tree").isPresent()) {
      return new Content.Tree(child(node, "tree"));
    }
    var entries = new TreeMap<String, Hash>();
    Node files = child(node, "files");
    for (String name : ((Node.Obj) files).fields().keySet()) {
      entries.put(name.substring(2), new Hash(text(files, name)));
    }
    return new Content.Files(entries);
  }

  /** The object's identity as printed. */
  public static Node key(ObjectKey key) {
    return Node.obj(Map.of("kind", Node.text(key.kind()), "nativeId", Node.text(key.nativeId())));
  }
}
