package io.entente.connector.kong;

import io.entente.connector.spi.Applier;
import io.entente.connector.spi.Convergence;
import io.entente.connector.spi.Secrets;
import io.entente.connector.spi.StepOutcome;
import io.entente.model.dialect.Dialect;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.translator.kong.dialect.KongDialect;
import io.entente.translator.kong.dialect.KongKinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Applies steps through the Admin API: on single entities where there is a database, on the whole
 * document where there is none.
 *
 * <p>A plugin is made in one PUT, which Kong stores in one transaction, enabled. Making it disabled
 * and enabling it later would not make several plugins appear together (each data plane takes each
 * change up at its own time anyway), and a crash between the two calls would leave a plugin that is
 * neither what was nor what shall be. What must be there first is put first by the dialect's order.
 */
final class KongApplier implements Applier {

  private final AdminApi admin;
  private final NodeProfile node;
  private final Secrets secrets;
  private final Settling settling;
  private final int parallel;
  private final int most;
  private final Set<String> unlisted = ConcurrentHashMap.newKeySet();

  KongApplier(
      AdminApi admin, NodeProfile node, Secrets secrets, Settling settling, KongConfig config) {
    this.admin = admin;
    this.node = node;
    this.secrets = secrets;
    this.settling = settling;
    this.parallel = config.maxParallel();
    this.most = Grouping.most(config.maxRequestsPerSecond());
  }

  @Override
  public StepResult apply(Step step, Map<Node.Pending, Node> known) {
    NodeProfile.Known gateway;
    try {
      gateway = node.recent();
    } catch (AdminFailure e) {
      return new StepResult.Refused(e.failure(), e.problem());
    }
    boolean document = step.change().key().kind().equals(KongKinds.DECLARATIVE);
    if (document == gateway.facts().hasDatabase()) {
      return otherStorage(step);
    }
    Dialect dialect = new KongDialect(gateway.profile().schema());
    StepRun run =
        document
            ? new DocumentStep(admin, secrets, gateway.profile(), dialect, step.change(), known)
            : new EntityStep(
                admin, secrets, gateway.profile().schema(), dialect, step.change(), known);
    var result = run.run();
    if (run.wrote()) {
      settling.wrote(document ? hash() : Optional.empty());
    }
    return result;
  }

  @Override
  public int together(List<Step> next) {
    return Grouping.together(next, most);
  }

  @Override
  public List<StepOutcome> apply(List<Step> group, Map<Node.Pending, Node> known) {
    if (group.size() < 2 || Grouping.together(group, most) < group.size()) {
      return Applier.super.apply(group, known);
    }
    NodeProfile.Known gateway;
    try {
      gateway = node.recent();
    } catch (AdminFailure e) {
      return Applier.super.apply(group, known);
    }
    if (!gateway.facts().hasDatabase()) {
      return Applier.super.apply(group, known);
    }
    var schema = gateway.profile().schema();
    var steps =
        new EntityGroup(admin, parallel, secrets, schema, new KongDialect(schema), group, known);
    var outcomes = steps.run(unlisted);
    if (steps.wrote()) {
      settling.wrote(Optional.empty());
    }
    return outcomes;
  }

  @Override
  public Convergence convergence(ApplyDomain domain) {
    try {
      var facts = node.recent().facts();
      return facts.hasDatabase() ? settling.database(facts) : settling.document(facts, hash());
    } catch (AdminFailure e) {
      return settling.unreachable(e.problem());
    }
  }

  /** Of the configuration the node runs; empty where it does not say. */
  private Optional<String> hash() {
    try {
      Node status = admin.read("GET /status", () -> admin.status().nodeStatus());
      return Optional.ofNullable(status).flatMap(s -> Trees.text(s, "configuration_hash"));
    } catch (AdminFailure e) {
      return Optional.empty();
    }
  }

  private static StepResult otherStorage(Step step) {
    return new StepResult.Refused(
        FailureClass.UNSUPPORTED,
        Problem.user(
            KongErrorCode.UNSUPPORTED,
            step.change().key() + " does not fit how this Kong stores its configuration",
            step.change().key().toString(),
            "Refresh the gateway and plan again."));
  }
}
