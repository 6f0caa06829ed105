package io.entente.connector.apigee;

import io.entente.connector.spi.Applier;
import io.entente.connector.spi.Convergence;
import io.entente.model.dialect.Dialect;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeDialect;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.dialect.HookPoint;
import java.util.Map;
import java.util.Optional;

/** Applies steps through the management API, each kind of object in its own way. */
final class ApigeeApplier implements Applier {

  private final Dialect dialect = new ApigeeDialect();
  private final Pruning pruning = new Pruning();
  private final ApigeeClient client;
  private final Bundles proxies;
  private final Bundles flows;
  private final BundleSecrets secrets;
  private final Patience patience;
  private final WriteLock organization;
  private final WriteLock environment;
  private final Converging converging;

  ApigeeApplier(
      ApigeeConfig config,
      ApigeeClient client,
      Bundles proxies,
      Bundles flows,
      BundleSecrets secrets,
      Patience patience,
      Converging converging) {
    this.client = client;
    this.proxies = proxies;
    this.flows = flows;
    this.secrets = secrets;
    this.patience = patience;
    this.organization = WriteLock.ofOrganization(config, patience.lock());
    this.environment = WriteLock.ofEnvironment(config, patience.lock());
    this.converging = converging;
  }

  @Override
  public StepResult apply(Step step, Map<Node.Pending, Node> known) {
    Change change;
    try {
      change = new KnownValues(client.sharedFlows(), known).filled(step.change());
    } catch (ApigeeFailure e) {
      return new StepResult.Refused(e.failure(), e.problem());
    }
    var precondition = new Precondition(dialect, change);
    ObjectKey key = change.key();
    String name = key.nativeId();
    return switch (key.kind()) {
      case ApigeeKinds.APIS ->
          new ProxyStep(
                  proxies,
                  change,
                  precondition,
                  organization,
                  secrets::scrubbed,
                  new Rollout(client.proxies(), patience),
                  pruning)
              .run();
      case ApigeeKinds.SHAREDFLOWS ->
          foreign(key)
              .orElseGet(
                  () ->
                      new FlowStep(flows, change, precondition, organization, secrets::scrubbed)
                          .run());
      case ApigeeKinds.SHAREDFLOW_DEPLOYMENTS ->
          foreign(key)
              .orElseGet(
                  () ->
                      new FlowDeploymentStep(
                              client.sharedFlows(),
                              change,
                              precondition,
                              organization,
                              new Rollout(client.sharedFlows(), patience),
                              pruning)
                          .run());
      case ApigeeKinds.TARGETSERVERS ->
          foreign(key)
              .orElseGet(
                  () ->
                      new TargetServerStep(client.environment(), change, precondition, organization)
                          .run());
      case ApigeeKinds.FLOWHOOKS ->
          HookPoint.find(name).isPresent()
              ? new HookStep(
                      client.environment(), client.sharedFlows(), change, precondition, environment)
                  .run()
              : unsupported(key);
      default -> unsupported(key);
    };
  }

  @Override
  public Convergence convergence(ApplyDomain domain) {
    return converging.now();
  }

  /** A name of others is never written under, whatever a plan says. */
  private static Optional<StepResult> foreign(ObjectKey key) {
    return ApigeeNames.isOurs(key.nativeId())
        ? Optional.empty()
        : Optional.of(
            new StepResult.Refused(
                FailureClass.FIX_CONFIG,
                Problem.internal(
                    ApigeeErrorCode.FOREIGN_OBJECT,
                    key + " is not named as ours; not written",
                    "Report this with the plan.")));
  }

  private static StepResult unsupported(ObjectKey key) {
    return new StepResult.Refused(
        FailureClass.UNSUPPORTED,
        Problem.internal(
            ApigeeErrorCode.UNSUPPORTED,
            key + " is of a kind that is only read",
            "Report this with the plan."));
  }
}
