package io.entente.model.claim;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Elements of a list, found by a merge key. */
public final class Elements {

  private Elements() {}

  /** The key of an element, if it has one that can be written in a path. */
  public static Optional<String> key(Node element, String field) {
    if (element instanceof Node.Obj obj && obj.fields().get(field) instanceof Node.Value value) {
      if (value.value() instanceof Scalar.Text text) {
        return Optional.of(text.value());
      }
      if (value.value() instanceof Scalar.Num num) {
        return Optional.of(num.value().toString());
      }
    }
    return Optional.empty();
  }

  /** Positions of all elements that have this key. */
  public static List<Integer> positions(Node.Arr list, String field, String key) {
    var found = new ArrayList<Integer>();
    for (int i = 0; i < list.items().size(); i++) {
      if (key(list.items().get(i), field).filter(key::equals).isPresent()) {
        found.add(i);
      }
    }
    return found;
  }

  /** The keys in order of the list; empty when an element has none or two have the same. */
  public static Optional<List<String>> distinctKeys(Node.Arr list, String field) {
    var keys = new ArrayList<String>();
    for (Node item : list.items()) {
      var key = key(item, field);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return new HashSet<>(keys).size() == keys.size() ? Optional.of(keys) : Optional.empty();
  }
}
