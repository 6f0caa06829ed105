package io.entente.simulator.apigee.store;

import java.util.List;
import java.util.Optional;

/**
 * A revision deployed in an environment. Immutable.
 *
 * @param serviceAccount it runs as
 * @param running what instances run until this one is ready: the revision before, or nothing
 * @param errors why it cannot run
 */
public record Deployment(
    Asset asset,
    Revision revision,
    Optional<String> serviceAccount,
    long startedAt,
    DeploymentState state,
    Optional<Revision> running,
    List<String> errors) {

  public Deployment {
    errors = List.copyOf(errors);
  }

  /** It runs. */
  public Deployment ready() {
    return new Deployment(
        asset,
        revision,
        serviceAccount,
        startedAt,
        DeploymentState.READY,
        Optional.of(revision),
        List.of());
  }

  /** It cannot run. */
  public Deployment failed(List<String> why) {
    return new Deployment(
        asset, revision, serviceAccount, startedAt, DeploymentState.ERROR, running, why);
  }
}
