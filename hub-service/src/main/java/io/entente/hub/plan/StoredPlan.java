package io.entente.hub.plan;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ChangeSet;
import io.entente.model.plan.Step;
import io.entente.model.tree.Node;
import io.entente.reconciliation.PendingValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan as stored.
 *
 * @param id unique in the tenant
 * @param gateway which gateway
 * @param hash of {@code body}; what is approved
 * @param body the sealed part
 * @param status where it stands
 * @param reason why it failed or went stale, a problem as text
 * @param createdAt when
 * @param createdBy who asked for it
 * @param approvedBy who approved it
 * @param approvedAt when it was approved
 * @param appliedAt when the last attempt ended
 * @param convergence what the data plane said of it
 */
public record StoredPlan(
    String id,
    GatewayId gateway,
    Hash hash,
    Node.Obj body,
    PlanStatus status,
    Optional<Node> reason,
    Instant createdAt,
    String createdBy,
    Optional<String> approvedBy,
    Optional<Instant> approvedAt,
    Optional<Instant> appliedAt,
    Optional<Node> convergence) {

  public List<ChangeSet> changeSets() {
    return StepCodec.read(body, "changeSets");
  }

  public List<Step> steps() {
    return changeSets().stream().flatMap(set -> set.steps().stream()).toList();
  }

  /** The steps with what was learned while they were applied. */
  public List<Step> steps(Map<Node.Pending, Node> known) {
    return steps().stream().map(step -> PendingValues.substitute(step, known)).toList();
  }

  /** What is ours once the plan is applied, as far as the plan reaches. */
  public SortedMap<ObjectKey, NativeObject> objects() {
    return objects(Map.of());
  }

  /** The same with what was learned while the plan was applied. */
  public SortedMap<ObjectKey, NativeObject> objects(Map<Node.Pending, Node> known) {
    var objects = new TreeMap<ObjectKey, NativeObject>();
    StoredTree.items(body, "objects").stream()
        .map(ObjectCodec::read)
        .map(object -> PendingValues.substitute(object, known))
        .forEach(object -> objects.put(object.key(), object));
    return objects;
  }

  /** The hash of the draft it was made from; absent for the reverse of another plan. */
  public Optional<Hash> draft() {
    return body.field("draft").map(node -> new Hash(StoredTree.text(body, "draft")));
  }
}
