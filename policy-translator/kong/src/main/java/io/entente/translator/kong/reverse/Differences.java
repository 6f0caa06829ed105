package io.entente.translator.kong.reverse;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where two documents differ; a list that differs is one place. */
final class Differences {

  private Differences() {}

  static List<String> between(Node.Obj one, Node.Obj other) {
    var paths = new ArrayList<String>();
    compare(NodePath.root(), one, other, paths);
    return paths;
  }

  private static void compare(NodePath at, Node.Obj one, Node.Obj other, List<String> paths) {
    var names = new TreeSet<>(one.fields().keySet());
    names.addAll(other.fields().keySet());
    for (String name : names) {
      Node here = one.field(name).orElse(Node.nothing());
      Node there = other.field(name).orElse(Node.nothing());
      if (here instanceof Node.Obj deep && there instanceof Node.Obj deeper) {
        compare(at.field(name), deep, deeper, paths);
      } else if (!here.equals(there)) {
        paths.add(at.field(name).toString());
      }
    }
  }
}
