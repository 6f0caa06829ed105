package io.entente.reconciliation;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Edits of documents at random, told by field names and positions only, never by merge keys. */
final class RandomEdits {

  /** What was done to a place. */
  enum How {
    CHANGE,
    DELETE,
    ADD
  }

  /**
   * @param place field names ({@code String}) and positions ({@code Integer}) from the root
   */
  record Edit(List<Object> place, How how, Content result) {}

  private final Random random;
  private final Set<String> untouchable;

  RandomEdits(Random random, Set<String> untouchable) {
    this.random = random;
    this.untouchable = untouchable;
  }

  Edit of(Content content) {
    return content instanceof Content.Files files ? files(files) : tree((Content.Tree) content);
  }

  private Edit files(Content.Files files) {
    var entries = new TreeMap<>(files.entries());
    var names = List.copyOf(entries.keySet());
    var how = How.values()[random.nextInt(3)];
    String name =
        how == How.ADD ? "added/" + random.nextInt() : names.get(random.nextInt(names.size()));
    if (how == How.DELETE) {
      entries.remove(name);
    } else {
      entries.put(name, Hash.ofText("random " + random.nextLong()));
    }
    return new Edit(List.of(name), how, new Content.Files(entries));
  }

  private Edit tree(Content.Tree tree) {
    var places = new ArrayList<List<Object>>();
    collect(tree.root(), List.of(), places);
    var place = places.get(random.nextInt(places.size()));
    Node at = at(tree.root(), place);
    How how;
    if (at instanceof Node.Obj && random.nextBoolean()) {
      var added = new ArrayList<>(place);
      added.add("added_" + random.nextInt(1_000_000));
      place = added;
      how = How.ADD;
    } else {
      how = at instanceof Node.Value && random.nextBoolean() ? How.CHANGE : How.DELETE;
    }
    return new Edit(place, how, new Content.Tree(edit(tree.root(), place, 0, how)));
  }

  private void collect(Node node, List<Object> place, List<List<Object>> places) {
    if (!place.isEmpty()) {
      places.add(place);
    }
    if (node instanceof Node.Obj obj) {
      obj.fields()
          .forEach(
              (name, below) -> {
                if (!untouchable.contains(name) && !below.equals(Node.nothing())) {
                  collect(below, then(place, name), places);
                }
              });
    } else if (node instanceof Node.Arr list) {
      for (int i = 0; i < list.items().size(); i++) {
        collect(list.items().get(i), then(place, i), places);
      }
    }
  }

  private static List<Object> then(List<Object> place, Object step) {
    var longer = new ArrayList<>(place);
    longer.add(step);
    return longer;
  }

  private static Node at(Node root, List<Object> place) {
    Node at = root;
    for (Object step : place) {
      at =
          step instanceof Integer i
              ? ((Node.Arr) at).items().get(i)
              : ((Node.Obj) at).fields().get(step);
    }
    return at;
  }

  private Node edit(Node node, List<Object> place, int depth, How how) {
    boolean last = depth == place.size() - 1;
    if (node instanceof Node.Obj obj) {
      String name = (String) place.get(depth);
      if (!last) {
        return obj.with(name, edit(obj.fields().get(name), place, depth + 1, how));
      }
      return how == How.DELETE ? obj.without(name) : obj.with(name, fresh());
    }
    var list = (Node.Arr) node;
    int position = (Integer) place.get(depth);
    if (last && how == How.DELETE) {
      return Node.arr(
          IntStream.range(0, list.items().size())
              .filter(i -> i != position)
              .mapToObj(i -> list.items().get(i))
              .toList());
    }
    var items = new ArrayList<>(list.items());
    items.set(position, last ? fresh() : edit(items.get(position), place, depth + 1, how));
    return Node.arr(items);
  }

  private Node fresh() {
    return Node.text("edited-" + random.nextLong());
  }
}
