package io.entente.reconciliation;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import io.entente.model.tree.Node;
import java.util.Map;
import java.util.TreeMap;

/** Fills in values that were not known when a plan was made. */
public final class PendingValues {

  private PendingValues() {}

  /** The object with what is known; a value that is still unknown stays pending. */
  public static NativeObject substitute(NativeObject object, Map<Node.Pending, Node> known) {
    return known.isEmpty() ? object : object.withContent(substitute(object.content(), known));
  }

  /** The step with what is known, on both sides. */
  public static Step substitute(Step step, Map<Node.Pending, Node> known) {
    if (known.isEmpty()) {
      return step;
    }
    var change = step.change();
    return new Step(
        step.number(),
        new Change(
            change.key(),
            change.before().map(object -> substitute(object, known)),
            change.after().map(object -> substitute(object, known))));
  }

  static Content substitute(Content content, Map<Node.Pending, Node> known) {
    return content instanceof Content.Tree tree
        ? new Content.Tree(substitute(tree.root(), known))
        : content;
  }

  private static Node substitute(Node node, Map<Node.Pending, Node> known) {
    if (node instanceof Node.Pending pending) {
      return known.getOrDefault(pending, pending);
    }
    if (node instanceof Node.Obj obj) {
      var fields = new TreeMap<String, Node>();
      obj.fields().forEach((name, below) -> fields.put(name, substitute(below, known)));
      return new Node.Obj(fields);
    }
    if (node instanceof Node.Arr list) {
      return new Node.Arr(list.items().stream().map(item -> substitute(item, known)).toList());
    }
    return node;
  }
}
