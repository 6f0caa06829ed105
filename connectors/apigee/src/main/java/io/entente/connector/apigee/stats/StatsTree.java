package io.entente.connector.apigee.stats;

import io.entente.connector.apigee.stats.StatsRefusedException.Kind;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Parts of an answer by what they must be. An absent list is an empty one, as Google writes it. */
final class StatsTree {

  private static final int LONGEST_NUMBER = 40;

  private StatsTree() {}

  static List<Node.Obj> objects(Node.Obj parent, String name) throws StatsRefusedException {
    var objects = new ArrayList<Node.Obj>();
    for (Node item : items(parent, name)) {
      objects.add(object(item, name));
    }
    return objects;
  }

  static List<Node> items(Node.Obj parent, String name) throws StatsRefusedException {
    Node found = parent.field(name).orElse(Node.arr(List.of()));
    if (found instanceof Node.Arr list) {
      return list.items();
    }
    throw wrong(name + " is not a list");
  }

  static List<String> texts(Node.Obj parent, String name) throws StatsRefusedException {
    var texts = new ArrayList<String>();
    for (Node item : items(parent, name)) {
      texts.add(text(item, name));
    }
    return texts;
  }

  static Node.Obj object(Node node, String name) throws StatsRefusedException {
    if (node instanceof Node.Obj object) {
      return object;
    }
    throw wrong(name + " is not an object");
  }

  static Node required(Node.Obj parent, String name) throws StatsRefusedException {
    return parent.field(name).orElseThrow(() -> wrong(name + " is missing"));
  }

  static String text(Node node, String name) throws StatsRefusedException {
    if (node instanceof Node.Value value && value.value() instanceof Scalar.Text text) {
      return text.value();
    }
    throw wrong(name + " is not text");
  }

  /** A number, written as one or as text. */
  static BigDecimal number(Node node, String name) throws StatsRefusedException {
    if (node instanceof Node.Value value && value.value() instanceof Scalar.Num number) {
      return number.value();
    }
    String text = text(node, name);
    if (text.length() <= LONGEST_NUMBER
        && text.matches("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?")) {
      return new BigDecimal(text);
    }
    throw wrong(name + " is not a number");
  }

  static StatsRefusedException wrong(String what) {
    return new StatsRefusedException(Kind.NOT_UNDERSTOOD, what);
  }
}
