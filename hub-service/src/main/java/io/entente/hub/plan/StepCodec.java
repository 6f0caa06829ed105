package io.entente.hub.plan;

import static io.entente.hub.plan.StoredTree.child;
import static io.entente.hub.plan.StoredTree.items;
import static io.entente.hub.plan.StoredTree.number;
import static io.entente.hub.plan.StoredTree.text;

import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.plan.Step;
import io.entente.model.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Change sets to and from stored trees. */
public final class StepCodec {

  private StepCodec() {}

  public static Node write(List<ChangeSet> sets) {
    return Node.arr(sets.stream().map(StepCodec::set).toList());
  }

  public static List<ChangeSet> read(Node plan, String field) {
    return items(plan, field).stream().map(StepCodec::readSet).toList();
  }

  private static Node set(ChangeSet set) {
    return Node.obj(
        Map.of(
            "domain", Node.text(set.domain().value()),
            "atomic", Node.text(String.valueOf(set.atomic())),
            "base", Node.text(set.base().hex()),
            "steps", Node.arr(set.steps().stream().map(StepCodec::step).toList())));
  }

  private static Node step(Step step) {
    var fields = new TreeMap<String, Node>();
    fields.put("number", Node.number(step.number()));
    fields.put("key", ObjectCodec.key(step.change().key()));
    step.change().before().ifPresent(o -> fields.put("before", ObjectCodec.write(o)));
    step.change().after().ifPresent(o -> fields.put("after", ObjectCodec.write(o)));
    return Node.obj(fields);
  }

  private static ChangeSet readSet(Node node) {
    return new ChangeSet(
        new ApplyDomain(text(node, "domain")),
        Boolean.parseBoolean(text(node, "atomic")),
        items(node, "steps").stream().map(StepCodec::readStep).toList(),
        new Hash(text(node, "base")));
  }

  private static Step readStep(Node node) {
    Node key = child(node, "key");
    return new Step(
        number(node, "number"),
        new Change(
            new ObjectKey(text(key, "kind"), text(key, "nativeId")),
            side(node, "before"),
            side(node, "after")));
  }

  private static Optional<NativeObject> side(Node node, String side) {
    return ((Node.Obj) node).field(side).map(ObjectCodec::read);
  }
}
