package io.entente.hub.apply;

import io.entente.connector.spi.Applier;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.StoredPlan;
import io.entente.hub.plan.Transactions;
import jakarta.inject.Singleton;

/** Begins runs of plans. */
@Singleton
public final class PlanRuns {
  private final Transactions transactions;
  private final StepJournal journal;
  private final LastApplied lastApplied;
  private final GatewayEstate estate;
  private final ApplyProbe probe;

  public PlanRuns(
      Transactions transactions,
      StepJournal journal,
      LastApplied lastApplied,
      GatewayEstate estate,
      ApplyProbe probe) {
    this.transactions = transactions;
    this.journal = journal;
    this.lastApplied = lastApplied;
    this.estate = estate;
    this.probe = probe;
  }

  PlanRun of(StoredPlan plan, Applier applier) {
    return new PlanRun(transactions, journal, lastApplied, estate, probe, plan, applier);
  }
}
