package io.entente.connector.kong;

import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes parts of a tree; what does not change is kept, not copied. */
final class Rebuilt {

  private Rebuilt() {}

  /** Gives each field another value, or the same. */
  @FunctionalInterface
  interface OfField {
    Node value(String name, Node value);
  }

  /** Gives each element another value, or the same. */
  @FunctionalInterface
  interface OfElement {
    Node value(int position, Node value);
  }

  static Node.Obj fields(Node.Obj obj, OfField change) {
    @Nullable SortedMap<String, Node> copy = null;
    for (var field : obj.fields().entrySet()) {
      Node value = change.value(field.getKey(), field.getValue());
      if (value != field.getValue()) {
        if (copy == null) {
          copy = new TreeMap<>(obj.fields());
        }
        copy.put(field.getKey(), value);
      }
    }
    return copy == null ? obj : new Node.Obj(copy);
  }

  static Node.Arr elements(Node.Arr list, OfElement change) {
    @Nullable List<Node> copy = null;
    for (int i = 0; i < list.items().size(); i++) {
      Node value = change.value(i, list.items().get(i));
      if (value != list.items().get(i)) {
        if (copy == null) {
          copy = new ArrayList<>(list.items());
        }
        copy.set(i, value);
      }
    }
    return copy == null ? list : new Node.Arr(copy);
  }
}
