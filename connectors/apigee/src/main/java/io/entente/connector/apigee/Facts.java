package io.entente.connector.apigee;

import io.entente.connector.spi.Secrets;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.SecretRef;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes native objects of what others hold. Fields and attributes called like a credential become
 * references with a fingerprint.
 */
final class Facts {

  private final Secrets secrets;

  Facts(Secrets secrets) {
    this.secrets = secrets;
  }

  NativeObject of(String kind, String id, Node raw) {
    var key = new ObjectKey(kind, id);
    return NativeObject.foreign(key, new Content.Tree(shown(raw, "apigee:" + key)));
  }

  private Node shown(Node node, String at) {
    if (node instanceof Node.Obj obj) {
      var fields = new TreeMap<String, Node>();
      boolean attribute =
          Trees.text(obj, "name").filter(SecretNames::is).isPresent()
              && Trees.text(obj, "value").isPresent();
      obj.fields()
          .forEach(
              (name, value) ->
                  fields.put(
                      name,
                      SecretNames.is(name) || (attribute && name.equals("value"))
                          ? secret(value, at + "." + name)
                          : shown(value, at + "." + name)));
      return new Node.Obj(fields);
    }
    if (node instanceof Node.Arr list) {
      var items = new ArrayList<Node>();
      for (int i = 0; i < list.items().size(); i++) {
        items.add(shown(list.items().get(i), at + "[" + i + "]"));
      }
      return Node.arr(items);
    }
    return node;
  }

  private Node secret(Node node, String at) {
    Optional<String> text = Trees.text(node).filter(t -> !t.isEmpty());
    return text.<Node>map(t -> new Node.Secret(new SecretRef(at), secrets.fingerprint(t)))
        .orElseGet(() -> shown(node, at));
  }
}
