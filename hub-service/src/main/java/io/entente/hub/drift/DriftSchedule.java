package io.entente.hub.drift;

import io.entente.hub.estate.Estate;
import io.entente.hub.estate.SnapshotStore;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks for drift in the last complete read of every gateway, and ends decisions about it. */
@Singleton
public class DriftSchedule {

  private static final Logger LOG = Logger.getLogger(DriftSchedule.class);

  private final Estate estate;
  private final SnapshotStore snapshots;
  private final DriftService drift;
  private final DriftDecisions decisions;

  public DriftSchedule(
      Estate estate, SnapshotStore snapshots, DriftService drift, DriftDecisions decisions) {
    this.estate = estate;
    this.snapshots = snapshots;
    this.drift = drift;
    this.decisions = decisions;
  }

  @Scheduled(
      every = "${entente.drift.every}",
      delayed = "${entente.drift.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    for (var document : estate.gateways()) {
      var gateway = document.gateway().id();
      try {
        snapshots
            .latest(estate.tenant(), gateway)
            .ifPresent(
                snapshot -> {
                  drift.check(gateway, snapshot);
                  decisions.settle(gateway, snapshot);
                });
      } catch (RuntimeException e) {
        LOG.errorf(e, "looking for drift on gateway %s broke off", gateway);
      }
    }
  }
}
