package io.entente.model.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeMap;

/** Trees and words at random, with the characters that cause trouble. */
final class RandomTrees {

  private static final String[] PIECES = {
    "a", ".", "[", "]", "=", "\\", "\"", "$", "\n", "\u0001", "é", "😀", " ", "e", "0", "name"
  };

  private final Random random;

  RandomTrees(Random random) {
    this.random = random;
  }

  String word() {
    var out = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      out.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return out.toString();
  }

  NodePath path() {
    NodePath path = NodePath.root();
    for (int i = random.nextInt(6); i > 0; i--) {
      path =
          switch (random.nextInt(3)) {
            case 0 -> path.field(word());
            case 1 -> path.index(random.nextInt(12));
            default -> path.element(word(), word());
          };
    }
    return path;
  }

  Node tree(int depth) {
    switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0:
        return Node.text(word());
      case 1:
        return Node.number(new BigDecimal(new BigInteger(80, random), random.nextInt(60) - 30));
      case 2:
        return Node.bool(random.nextBoolean());
      case 3:
        return Node.nothing();
      case 4:
        var items = new ArrayList<Node>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(tree(depth - 1));
        }
        return Node.arr(items);
      default:
        var fields = new TreeMap<String, Node>();
        for (int i = random.nextInt(4); i > 0; i--) {
          fields.put(word(), tree(depth - 1));
        }
        return Node.obj(fields);
    }
  }
}
