package io.entente.translator.testkit;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.tree.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Documents as no gateway should hold them, from a seed: parts dropped, retyped, renamed, nested.
 */
public final class Mutations {

  private static final List<Node> GARBAGE =
      List.of(
          Node.nothing(),
          Node.text(""),
          Node.text("\u0000 not text"),
          Node.text("7"),
          Node.number(-1),
          Node.number(Long.MAX_VALUE),
          Node.number(new BigDecimal("0.5")),
          Node.number(new BigDecimal("1E+400")),
          Node.bool(true),
          Node.bool(false),
          Node.obj(),
          Node.arr(List.of()),
          Node.arr(List.of(Node.nothing(), Node.obj())));

  private Mutations() {}

  /** One part changed. */
  public static Content of(Content content, Random random) {
    if (content instanceof Content.Tree tree) {
      return new Content.Tree(node(tree.root(), random));
    }
    var entries = new TreeMap<>(((Content.Files) content).entries());
    var names = List.copyOf(entries.keySet());
    if (!names.isEmpty()) {
      String name = names.get(random.nextInt(names.size()));
      Hash hash = entries.remove(name);
      if (random.nextBoolean()) {
        entries.put(
            random.nextBoolean() ? "other/" + name : name,
            random.nextBoolean() ? hash : entries.values().stream().findFirst().orElse(hash));
      }
    }
    return new Content.Files(entries);
  }

  private static Node node(Node node, Random random) {
    if (node instanceof Node.Obj obj && !obj.fields().isEmpty() && random.nextInt(6) != 0) {
      return object(obj, random);
    }
    if (node instanceof Node.Arr arr && !arr.items().isEmpty() && random.nextInt(6) != 0) {
      return list(arr, random);
    }
    return switch (random.nextInt(4)) {
      case 0 -> Node.arr(List.of(node));
      case 1 -> Node.obj(new TreeMap<>(Map.of("value", node)));
      default -> GARBAGE.get(random.nextInt(GARBAGE.size()));
    };
  }

  private static Node object(Node.Obj obj, Random random) {
    var names = List.copyOf(obj.fields().keySet());
    String name = names.get(random.nextInt(names.size()));
    Node value = obj.fields().getOrDefault(name, Node.nothing());
    return switch (random.nextInt(8)) {
      case 0 -> obj.without(name);
      case 1 -> obj.without(name).with(name + "_", value);
      case 2 -> obj.with("unheard_of", value);
      case 3 -> obj.with(name, GARBAGE.get(random.nextInt(GARBAGE.size())));
      default -> obj.with(name, node(value, random));
    };
  }

  private static Node list(Node.Arr arr, Random random) {
    var items = new ArrayList<>(arr.items());
    int at = random.nextInt(items.size());
    switch (random.nextInt(4)) {
      case 0 -> items.remove(at);
      case 1 -> items.add(items.get(at));
      default -> items.set(at, node(items.get(at), random));
    }
    return Node.arr(items);
  }
}
