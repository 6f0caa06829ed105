package io.entente.hub.apply;

import io.entente.hub.apply.StepJournal.State;
import io.entente.hub.outbox.Outbox;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.PlanService;
import io.entente.hub.plan.PlanStatus;
import io.entente.hub.plan.PlanStore;
import io.entente.hub.plan.ProblemText;
import io.entente.hub.plan.StoredPlan;
import io.entente.hub.plan.Transactions;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Step;
import io.entente.model.problem.Problem;
import io.entente.reconciliation.journal.JournalRecovery;
import io.entente.reconciliation.journal.StepState;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Settles plans whose apply never ended, by reading the gateway again. Blocks. */
@Singleton
public final class Recovery {

  private final Transactions transactions;
  private final PlanStore plans;
  private final StepJournal journal;
  private final LastApplied lastApplied;
  private final GatewayEstate estate;
  private final Outbox outbox;

  public Recovery(
      Transactions transactions,
      PlanStore plans,
      StepJournal journal,
      LastApplied lastApplied,
      GatewayEstate estate,
      Outbox outbox) {
    this.transactions = transactions;
    this.plans = plans;
    this.journal = journal;
    this.lastApplied = lastApplied;
    this.estate = estate;
    this.outbox = outbox;
  }

  /**
   * Decides every step under way and ends the plans as INTERRUPTED. Call with the gateway's lock.
   *
   * @throws io.entente.model.problem.ProblemException when the gateway cannot be read completely
   */
  public void settle(GatewayId gateway) {
    var open = transactions.call(connection -> plans.applying(connection, gateway));
    if (open.isEmpty()) {
      return;
    }
    var observed = PlanService.complete(estate.refresh(gateway));
    var dialect = Desired.dialect(estate, gateway);
    for (StoredPlan plan : open) {
      transactions.run(connection -> settle(connection, plan, dialect, observed));
    }
  }

  private void settle(Connection connection, StoredPlan plan, Dialect dialect, Snapshot observed)
      throws SQLException {
    var states = journal.of(connection, plan.id());
    var known = journal.outputs(connection, plan.id());
    var ours = plan.objects(known);
    for (Step step : plan.steps(known)) {
      var state = states.get(step.number());
      if (state == State.SENDING || state == State.UNKNOWN) {
        write(connection, plan, ours, decide(dialect, step, observed));
      }
    }
    var reason =
        Problem.internal(
            "APPLY_INTERRUPTED",
            "The hub ended while this plan was being applied.",
            "Make a new plan: it starts from what the gateway holds now.");
    plans.move(
        connection,
        plan.id(),
        PlanStatus.APPLYING,
        PlanStatus.INTERRUPTED,
        Optional.of(ProblemText.write(reason)));
    outbox.record(connection, PlanService.event(plan, PlanStatus.INTERRUPTED));
  }

  /** What became of a step that may have landed; the step has no pending value. */
  static StepState decide(Dialect dialect, Step step, Snapshot observed) {
    return JournalRecovery.recover(dialect, List.of(new StepState.Sending(step)), observed).get(0);
  }

  private void write(
      Connection connection,
      StoredPlan plan,
      SortedMap<ObjectKey, NativeObject> ours,
      StepState decided)
      throws SQLException {
    int number = decided.step().number();
    var key = decided.step().change().key();
    if (decided instanceof StepState.Done) {
      journal.write(connection, plan.id(), number, State.DONE, Optional.empty());
      lastApplied.landed(connection, plan.gateway(), key, Optional.ofNullable(ours.get(key)));
    } else if (decided instanceof StepState.Refused refused) {
      journal.write(connection, plan.id(), number, State.REFUSED, Optional.of(refused.why()));
    } else {
      journal.write(connection, plan.id(), number, State.PLANNED, Optional.empty());
    }
  }
}
