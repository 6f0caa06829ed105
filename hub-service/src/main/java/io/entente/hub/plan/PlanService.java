package io.entente.hub.plan;

import io.entente.hub.apply.Conditions;
import io.entente.hub.apply.LandedSteps;
import io.entente.hub.apply.LastApplied;
import io.entente.hub.apply.StepJournal;
import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.hub.estate.BlobStore;
import io.entente.hub.estate.ForeignWriter;
import io.entente.hub.outbox.Outbox;
import io.entente.hub.outbox.OutboxEvent;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Hash;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.reconciliation.PlanDraft;
import io.entente.reconciliation.PlanInput;
import io.entente.reconciliation.PlanLimits;
import io.entente.reconciliation.Planner;
import io.entente.reconciliation.Undo;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Makes, shows and approves plans. Blocks; worker threads only. */
@Singleton
public final class PlanService {

  private static final Set<PlanStatus> REVERSIBLE =
      Set.of(PlanStatus.APPLIED, PlanStatus.FAILED, PlanStatus.INTERRUPTED);

  /** What all routes of a gateway share: at most four hooks, each with a flow and what runs it. */
  private static final int FRAME = 12;

  private final Transactions transactions;
  private final PlanStore plans;
  private final LastApplied lastApplied;
  private final GatewayEstate estate;
  private final Conditions conditions;
  private final StepJournal journal;
  private final BlobStore blobs;
  private final DecidedDrift decided;
  private final TurnedAway turnedAway;
  private final Audit audit;
  private final Outbox outbox;

  public PlanService(
      Transactions transactions,
      PlanStore plans,
      LastApplied lastApplied,
      GatewayEstate estate,
      Conditions conditions,
      StepJournal journal,
      BlobStore blobs,
      DecidedDrift decided,
      TurnedAway turnedAway,
      Audit audit,
      Outbox outbox) {
    this.transactions = transactions;
    this.plans = plans;
    this.lastApplied = lastApplied;
    this.estate = estate;
    this.conditions = conditions;
    this.journal = journal;
    this.blobs = blobs;
    this.decided = decided;
    this.turnedAway = turnedAway;
    this.audit = audit;
    this.outbox = outbox;
  }

  /**
   * Reads the gateway, and seals what would have to change on it.
   *
   * @throws ProblemException when the read is not complete, or anything is refused; then no plan is
   *     kept
   */
  public StoredPlan create(GatewayId gateway, String who) {
    var observed = complete(estate.refresh(gateway));
    var desired = Desired.of(estate, gateway, observed.objects());
    if (!desired.translation().refusals().isEmpty()) {
      transactions.run(connection -> conditions.refused(connection, desired));
    }
    var draft = draft(desired, observed);
    var last = transactions.call(c -> lastApplied.of(c, gateway));
    var told =
        Map.of(
            "effect",
                EffectText.of(
                    desired,
                    last,
                    draft.differences(),
                    (kind, routes) -> turnedAway.by(gateway, kind, routes, now())),
            "ignoredDrift", AdoptionText.ignored(draft.drift(), decided.ignored(gateway)),
            "takenOver", ReviewText.takenOver(estate.takeovers(gateway), draft.differences()));
    var plan = seal(desired, draft, told, estate.foreignWriters(gateway, observed), who);
    transactions.run(
        connection -> {
          audit.record(connection, AuditEntry.of(who, "plan.create", "plan/" + plan.id()));
          blobs.keep(connection, desired.translation().blobs());
          plans.insert(connection, plan);
          if (draft.isEmpty()) {
            lastApplied.replaceAll(connection, gateway, desired.translation().objects());
          }
          decided.end(connection, gateway, desired.adopted().ended());
          conditions.planned(connection, desired, plan.id(), draft.isEmpty());
          outbox.record(connection, event(plan, plan.status()));
        });
    return plan;
  }

  /** The draft that the gateway and {@code desired} lead to. */
  public PlanDraft draft(Desired desired, Snapshot observed) {
    if (!desired.translation().refusals().isEmpty()) {
      throw new ProblemException(desired.translation().refusals());
    }
    var last = transactions.call(c -> lastApplied.of(c, desired.gateway().id()));
    var draft =
        Planner.plan(
            desired.dialect(),
            desired.profile(),
            new PlanInput(desired.translation().objects(), last, observed),
            limits(desired.resolutions().size()));
    if (!draft.refusals().isEmpty()) {
      throw new ProblemException(draft.refusals());
    }
    return draft;
  }

  private static PlanLimits limits(int routes) {
    return new PlanLimits(PlanLimits.forRoutes(routes).maxObjects() + FRAME);
  }

  public List<StoredPlan> list() {
    return transactions.call(plans::list);
  }

  /**
   * One plan.
   *
   * @throws ProblemException PLAN_NOT_FOUND
   */
  public StoredPlan get(String id) {
    return transactions
        .call(connection -> plans.find(connection, id))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.user(
                        "PLAN_NOT_FOUND",
                        "There is no such plan.",
                        "plan",
                        id,
                        "List the plans.")));
  }

  /**
   * Approves exactly what was reviewed.
   *
   * @throws ProblemException PLAN_HASH_MISMATCH or PLAN_STATE
   */
  public StoredPlan approve(String id, Hash reviewed, String who) {
    var plan = get(id);
    if (!plan.hash().equals(reviewed) || !sealOf(plan.body()).equals(plan.hash())) {
      throw new ProblemException(
          Problem.user(
              "PLAN_HASH_MISMATCH",
              "The hash is not that of plan " + id + ".",
              "hash",
              reviewed.hex(),
              "Review the plan again and approve the hash it shows."));
    }
    transactions.run(
        connection -> {
          audit.record(connection, AuditEntry.of(who, "plan.approve", "plan/" + id));
          if (!plans.approve(connection, id, who, now())) {
            throw new ProblemException(notAt(plan, PlanStatus.PROPOSED));
          }
          outbox.record(connection, event(plan, PlanStatus.APPROVED));
        });
    return get(id);
  }

  /** The snapshot, if it is one to conclude from. */
  public static Snapshot complete(Snapshot snapshot) {
    if (snapshot.completeness() instanceof Completeness.Partial partial) {
      throw new ProblemException(partial.why());
    }
    if (snapshot.completeness() instanceof Completeness.Failed failed) {
      throw new ProblemException(failed.why());
    }
    return snapshot;
  }

  public static OutboxEvent event(StoredPlan plan, PlanStatus status) {
    return new OutboxEvent(
        OutboxEvent.CHANGE,
        plan.gateway().value(),
        "entente.plan." + status.name().toLowerCase(java.util.Locale.ROOT),
        "plan/" + plan.id(),
        Node.obj(
            Map.of(
                "plan", Node.text(plan.id()),
                "gateway", Node.text(plan.gateway().value()),
                "hash", Node.text(plan.hash().hex()),
                "status", Node.text(status.name()))));
  }

  public static Problem notAt(StoredPlan plan, PlanStatus wanted) {
    return Problem.user(
        "PLAN_STATE",
        "Plan " + plan.id() + " is " + plan.status() + ", not " + wanted + ".",
        "status",
        plan.status().name(),
        "Make a new plan of the gateway.");
  }

  public static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static StoredPlan seal(
      Desired desired,
      PlanDraft draft,
      Map<String, Node> told,
      List<ForeignWriter> writers,
      String who) {
    var fields = new TreeMap<String, Node>(told);
    fields.put("gateway", Node.text(desired.gateway().id().value()));
    fields.put("draft", Node.text(draft.hash().hex()));
    fields.put("changeSets", StepCodec.write(draft.changeSets()));
    fields.put("differences", ReviewText.differences(draft.differences()));
    fields.put("drift", ReviewText.drift(draft.drift()));
    fields.put("fidelity", ReviewText.fidelity(desired.translation().fidelity()));
    fields.put("adopted", AdoptionText.held(desired.adopted().held()));
    fields.put("adoptionsEnded", AdoptionText.ended(desired.adopted().ended()));
    fields.put("otherWriters", ReviewText.writers(writers));
    fields.put("shadowed", ReviewText.shadowed(desired.translation().shadowed()));
    fields.put(
        "objects",
        Node.arr(
            desired.translation().objects().values().stream().map(ObjectCodec::write).toList()));
    return proposed(desired.gateway().id(), Node.obj(fields), who);
  }

  private static StoredPlan proposed(GatewayId gateway, Node.Obj body, String who) {
    return new StoredPlan(
        UUID.randomUUID().toString(),
        gateway,
        sealOf(body),
        body,
        PlanStatus.PROPOSED,
        Optional.empty(),
        now(),
        who,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Plans the way back from a plan: what it changed returns to what was there before.
   *
   * @throws ProblemException PLAN_STATE when nothing of it was applied, UNDO_BASE_MOVED
   */
  public StoredPlan rollback(String id, String who) {
    var plan = get(id);
    if (!REVERSIBLE.contains(plan.status())) {
      throw new ProblemException(notAt(plan, PlanStatus.APPLIED));
    }
    var landed =
        transactions.call(c -> LandedSteps.of(plan, journal.of(c, id), journal.outputs(c, id)));
    var undo =
        Undo.plan(
            Desired.dialect(estate, plan.gateway()),
            estate.connector(plan.gateway()).describe(),
            landed,
            complete(estate.refresh(plan.gateway())));
    if (!undo.draft().refusals().isEmpty()) {
      throw new ProblemException(undo.draft().refusals());
    }
    var fields = new TreeMap<String, Node>();
    fields.put("gateway", Node.text(plan.gateway().value()));
    fields.put("undoOf", Node.text(id));
    fields.put("changeSets", StepCodec.write(undo.draft().changeSets()));
    fields.put("differences", ReviewText.differences(undo.draft().differences()));
    fields.put("drift", Node.arr(List.of()));
    fields.put("fidelity", Node.arr(List.of()));
    fields.put("shadowed", Node.arr(List.of()));
    fields.put("objects", Node.arr(undo.ours().values().stream().map(ObjectCodec::write).toList()));
    fields.put("cannotReturn", Node.arr(undo.cannotReturn().stream().map(Node::text).toList()));
    var back = proposed(plan.gateway(), Node.obj(fields), who);
    transactions.run(
        connection -> {
          audit.record(connection, AuditEntry.of(who, "plan.rollback", "plan/" + id));
          plans.insert(connection, back);
          outbox.record(connection, event(back, back.status()));
        });
    return back;
  }

  private static Hash sealOf(Node body) {
    return Hash.ofText(CanonicalText.of(body));
  }
}
