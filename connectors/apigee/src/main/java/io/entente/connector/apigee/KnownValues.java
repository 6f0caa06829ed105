package io.entente.connector.apigee;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts in what was not known when a plan was made. The revision of a shared flow of ours is its
 * latest one where no step of this plan gave it: then none was needed, because that revision
 * already holds what is wanted, or the step that made it lost its answer.
 */
final class KnownValues {

  private final BundleCalls flows;
  private final Map<Node.Pending, Node> known;

  KnownValues(BundleCalls flows, Map<Node.Pending, Node> known) {
    this.flows = flows;
    this.known = known;
  }

  Change filled(Change change) throws ApigeeFailure {
    return new Change(change.key(), filled(change.before()), filled(change.after()));
  }

  private Optional<NativeObject> filled(Optional<NativeObject> object) throws ApigeeFailure {
    if (object.isPresent() && object.get().content() instanceof Content.Tree tree) {
      return Optional.of(object.get().withContent(new Content.Tree(filled(tree.root()))));
    }
    return object;
  }

  private Node filled(Node node) throws ApigeeFailure {
    if (node instanceof Node.Pending pending) {
      Node given = known.get(pending);
      return given != null ? given : latest(pending);
    }
    if (node instanceof Node.Obj obj) {
      var fields = new TreeMap<String, Node>();
      for (var field : obj.fields().entrySet()) {
        fields.put(field.getKey(), filled(field.getValue()));
      }
      return new Node.Obj(fields);
    }
    if (node instanceof Node.Arr list) {
      var items = new ArrayList<Node>();
      for (Node item : list.items()) {
        items.add(filled(item));
      }
      return Node.arr(items);
    }
    return node;
  }

  private Node latest(Node.Pending pending) throws ApigeeFailure {
    boolean revision =
        pending.producer().kind().equals(ApigeeKinds.SHAREDFLOWS)
            && pending.output().equals(ApigeeKinds.REVISION);
    Optional<String> latest =
        revision
            ? flows.get(pending.producer().nativeId()).flatMap(BundleEntity::latest)
            : Optional.empty();
    return latest.<Node>map(Node::text).orElse(pending);
  }
}
