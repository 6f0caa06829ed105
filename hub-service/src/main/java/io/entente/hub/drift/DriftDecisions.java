package io.entente.hub.drift;

import io.entente.hub.apply.GatewayLock;
import io.entente.hub.apply.LastApplied;
import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.GuardingKinds;
import io.entente.hub.plan.PlanService;
import io.entente.hub.plan.Transactions;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.reconciliation.Adopted;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Takes and ends decisions about drift. Blocks; worker threads only. */
@Singleton
public final class DriftDecisions {

  private final Transactions transactions;
  private final DecisionStore store;
  private final DriftService drift;
  private final AdoptionCheck check;
  private final GatewayEstate estate;
  private final GatewayLock lock;
  private final LastApplied lastApplied;
  private final Audit audit;

  public DriftDecisions(
      Transactions transactions,
      DecisionStore store,
      DriftService drift,
      AdoptionCheck check,
      GatewayEstate estate,
      GatewayLock lock,
      LastApplied lastApplied,
      Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.drift = drift;
    this.check = check;
    this.estate = estate;
    this.lock = lock;
    this.lastApplied = lastApplied;
    this.audit = audit;
  }

  /**
   * Who asks for what, of which values.
   *
   * @param id of the drift
   * @param seen what {@link OpenDrift#seen} was when the person looked
   * @param reason in the person's words
   * @param who the person
   */
  public record Asked(long id, String seen, String reason, String who) {}

  /**
   * Lets what was found stay. Reads the gateway first.
   *
   * @param approver whether the caller may approve plans
   * @throws ProblemException DRIFT_NOT_FOUND, DRIFT_NOT_OPEN, DRIFT_MOVED, ADOPTION_NOT_POSSIBLE,
   *     ADOPTION_NEEDS_APPROVER, FIDELITY_BELOW_REQUIRED, APPLY_IN_PROGRESS or DECISION_CONFLICT;
   *     nothing was decided then
   */
  public DriftDecision adopt(Asked asked, boolean approver) {
    DecisionTerms.reason(asked.reason());
    var gateway = seen(asked).gateway();
    return lock.alone(
        gateway,
        () -> {
          var observed = PlanService.complete(estate.refresh(gateway));
          drift.check(gateway, observed);
          var row = seen(asked);
          if (GuardingKinds.guard(Set.copyOf(row.sources()), estate.policies()) && !approver) {
            throw DecisionTerms.needsApprover(row);
          }
          var decision = check.require(row, observed, draft(row, asked));
          var kept = transactions.call(c -> adopt(c, row, decision, asked.who()));
          // So that conditions say at once what is so.
          drift.check(gateway, observed);
          return kept;
        });
  }

  /**
   * Keeps drift from being reported, until {@code until} or until its value is another.
   *
   * @throws ProblemException DRIFT_NOT_FOUND, DRIFT_NOT_OPEN, DRIFT_MOVED, INVALID_VALUE or
   *     DECISION_CONFLICT
   */
  public DriftDecision ignore(Asked asked, Instant until) {
    DecisionTerms.reason(asked.reason());
    DecisionTerms.until(until, Instant.now());
    var row = seen(asked);
    var decision = draft(row, asked);
    var ignore =
        DecisionTerms.changed(decision, new DriftDecision.What.Ignore(until), Optional.empty());
    return transactions.call(c -> keep(c, ignore, "drift.ignore", asked.who()));
  }

  /**
   * Takes a decision back. Where something was adopted, what was applied before counts again, so
   * that the drift is told again.
   *
   * @throws ProblemException DECISION_NOT_FOUND, DECISION_NOT_IN_FORCE or APPLY_IN_PROGRESS
   */
  public void withdraw(long id, String who) {
    var decision =
        transactions
            .call(c -> store.find(c, id))
            .orElseThrow(() -> DecisionTerms.unknownDecision(id));
    lock.alone(
        decision.gateway(),
        () -> {
          transactions.run(
              connection -> {
                if (!store.end(connection, id, DecisionEnd.WITHDRAWN, who, PlanService.now())) {
                  throw DecisionTerms.notInForce(decision);
                }
                if (decision.what() instanceof DriftDecision.What.Adopt) {
                  record(connection, decision, decision.was());
                }
                audit.record(connection, entry(decision, "drift.withdraw", who));
              });
          return Boolean.TRUE;
        });
  }

  /** Decisions, newest first; of every gateway when {@code gateway} is empty. */
  public List<DriftDecision> list(String gateway, boolean all) {
    return store.list(gateway, all);
  }

  /** Ends adoptions that the documents of now have overtaken or no longer want anything of. */
  void settle(GatewayId gateway, Snapshot observed) {
    if (!observed.complete() || store.adoptions(gateway).isEmpty()) {
      return;
    }
    var ended = Desired.of(estate, gateway, observed.objects()).adopted().ended();
    if (!ended.isEmpty()) {
      transactions.run(connection -> store.end(connection, gateway, ended));
    }
  }

  private DriftDecision adopt(
      Connection connection, OpenDrift row, DriftDecision decision, String who)
      throws SQLException {
    for (DriftDecision other : store.inForce(connection, row.gateway())) {
      if (other.key().equals(row.key()) && other.path().startsWith(row.path())) {
        store.endByItself(connection, other, DecisionEnd.REPLACED, PlanService.now());
      }
    }
    var kept = keep(connection, decision, "drift.adopt", who);
    record(connection, kept, kept.found());
    drift.adopted(connection, row, PlanService.now());
    return kept;
  }

  private DriftDecision keep(
      Connection connection, DriftDecision decision, String action, String who)
      throws SQLException {
    var kept = store.insert(connection, decision);
    if (kept.isEmpty()) {
      throw DecisionTerms.conflict(decision);
    }
    audit.record(connection, entry(kept.get(), action, who));
    return kept.get();
  }

  /** Lets {@code value} count as what was applied last at the decision's place. */
  private void record(Connection connection, DriftDecision decision, Optional<Node> value)
      throws SQLException {
    var ours =
        Optional.ofNullable(lastApplied.of(connection, decision.gateway()).get(decision.key()));
    if (ours.isPresent() && Adopted.claims(ours.get(), decision.path())) {
      var dialect = Desired.dialect(estate, decision.gateway());
      var put = Adopted.put(dialect, ours.get(), decision.path(), value);
      lastApplied.landed(connection, decision.gateway(), decision.key(), Optional.of(put));
    }
  }

  private OpenDrift seen(Asked asked) {
    var row = drift.find(asked.id()).orElseThrow(() -> DecisionTerms.unknownDrift(asked.id()));
    if (!row.open()) {
      throw DecisionTerms.notOpen(row);
    }
    if (!row.seen().equals(asked.seen())) {
      throw DecisionTerms.moved(row);
    }
    return row;
  }

  private static DriftDecision draft(OpenDrift row, Asked asked) {
    return new DriftDecision(
        0,
        row.gateway(),
        row.key(),
        row.path(),
        1,
        new DriftDecision.What.Adopt(),
        Optional.empty(),
        row.was(),
        row.is(),
        row.files(),
        row.sources(),
        asked.reason().strip(),
        asked.who(),
        PlanService.now(),
        Optional.empty());
  }

  private static AuditEntry entry(DriftDecision decision, String action, String who) {
    var detail = new TreeMap<String, Node>();
    detail.put("decision", Node.number(decision.id()));
    detail.put("object", Node.text(decision.key().toString()));
    detail.put("path", Node.text(decision.path().toString()));
    detail.put("reason", Node.text(decision.reason()));
    if (decision.what() instanceof DriftDecision.What.Ignore ignore) {
      detail.put("until", Node.text(ignore.until().toString()));
    }
    return new AuditEntry(who, action, "gateway/" + decision.gateway(), Node.obj(detail));
  }
}
