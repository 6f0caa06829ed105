package io.entente.hub.plan;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Step;
import io.entente.model.tree.Node;
import java.util.HashSet;
import java.util.Set;

/** Values that are not known before an earlier step has landed. */
public final class PendingNodes {

  private PendingNodes() {}

  /** All on either side of the step. */
  public static Set<Node.Pending> of(Step step) {
    var found = new HashSet<Node.Pending>();
    step.change().before().ifPresent(object -> collect(object, found));
    step.change().after().ifPresent(object -> collect(object, found));
    return found;
  }

  private static void collect(NativeObject object, Set<Node.Pending> found) {
    if (object.content() instanceof Content.Tree tree) {
      collect(tree.root(), found);
    }
  }

  private static void collect(Node node, Set<Node.Pending> found) {
    if (node instanceof Node.Pending pending) {
      found.add(pending);
    } else if (node instanceof Node.Obj obj) {
      obj.fields().values().forEach(below -> collect(below, found));
    } else if (node instanceof Node.Arr arr) {
      arr.items().forEach(below -> collect(below, found));
    }
  }
}
