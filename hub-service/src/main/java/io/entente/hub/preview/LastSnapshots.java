package io.entente.hub.preview;

import io.entente.hub.estate.Estate;
import io.entente.hub.estate.SnapshotStore;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import jakarta.inject.Singleton;

/** The last complete reads of gateways. Blocks. */
@Singleton
public final class LastSnapshots {

  private final Estate estate;
  private final SnapshotStore snapshots;

  public LastSnapshots(Estate estate, SnapshotStore snapshots) {
    this.estate = estate;
    this.snapshots = snapshots;
  }

  /**
   * The last complete picture.
   *
   * @throws ProblemException GATEWAY_NOT_READ before the first
   */
  Snapshot of(GatewayId gateway) {
    return snapshots
        .latest(estate.tenant(), gateway)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.vendor(
                        "GATEWAY_NOT_READ",
                        "Gateway " + gateway + " was never read completely.",
                        gateway.value(),
                        "Read the gateway on its page, then change the text.")));
  }
}
