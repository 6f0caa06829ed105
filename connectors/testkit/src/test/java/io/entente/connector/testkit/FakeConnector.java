package io.entente.connector.testkit;

import io.entente.connector.spi.Applier;
import io.entente.connector.spi.Connector;
import io.entente.connector.spi.Convergence;
import io.entente.connector.spi.InventoryReader;
import io.entente.connector.spi.StepOutcome;
import io.entente.connector.spi.TelemetrySource;
import io.entente.model.claim.ClaimMerge;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Action;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.reconciliation.StepProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A connector to {@link FakeGateway}: right by default, wrong in one way on request. */
final class FakeConnector implements Connector, Applier {

  private final FakeGateway gateway;
  private final FakeFault fault;

  FakeConnector(FakeGateway gateway, FakeFault fault) {
    this.gateway = gateway;
    this.fault = fault;
  }

  @Override
  public GatewayId gateway() {
    return new GatewayId("fake");
  }

  @Override
  public GatewayProfile describe() {
    return new GatewayProfile(Vendor.ENVOY, "fake", "1", 1, new TreeSet<>(), new TreeMap<>());
  }

  @Override
  public InventoryReader inventory() {
    return (scope, sink) -> {
      try {
        boolean first = true;
        for (var object : gateway.list().entrySet()) {
          if (first || fault != FakeFault.READS_ONLY_THE_FIRST_PAGE) {
            sink.page(List.of(NativeObject.foreign(object.getKey(), object.getValue())));
          }
          first = false;
        }
      } catch (FakeGateway.ReadFailed e) {
        if (fault != FakeFault.SWALLOWS_READ_ERRORS) {
          return new Completeness.Failed(FailureClass.TRANSIENT, problem("FAKE_UNREACHABLE"));
        }
      }
      return new Completeness.Complete();
    };
  }

  @Override
  public Optional<Applier> applier() {
    return Optional.of(this);
  }

  @Override
  public StepResult apply(Step step, Map<Node.Pending, Node> known) {
    var change = step.change();
    ObjectKey key = change.key();
    var current =
        gateway.get(change.key()).map(content -> NativeObject.foreign(change.key(), content));
    if (fault == FakeFault.CREATES_TWICE
        && change.action() == Action.CREATE
        && current.isPresent()) {
      key = new ObjectKey(key.kind(), key.nativeId() + "-" + gateway.writes());
    } else if (fault != FakeFault.IGNORES_PRECONDITIONS) {
      var progress = StepProgress.of(new FakeDialect(), step, current, known);
      if (progress == StepProgress.LANDED) {
        return new StepResult.Done(Map.of());
      }
      if (progress == StepProgress.CONFLICT) {
        return new StepResult.Refused(FailureClass.PRECONDITION_LOST, problem("FAKE_MOVED"));
      }
    }
    try {
      if (fault != FakeFault.LOSES_WRITES) {
        gateway.write(key, content(step, current));
      }
      return new StepResult.Done(Map.of());
    } catch (FakeGateway.AnswerLost e) {
      return fault == FakeFault.CALLS_A_LOST_ANSWER_REFUSED
          ? new StepResult.Refused(FailureClass.TRANSIENT, problem("FAKE_LOST"))
          : new StepResult.Unknown(problem("FAKE_LOST"));
    }
  }

  /** Entities of ours go together, tables that others have rows in do not. */
  @Override
  public int together(List<Step> next) {
    boolean delete = next.get(0).change().action() == Action.DELETE;
    long together =
        next.stream()
            .takeWhile(step -> step.change().key().kind().equals("entity"))
            .takeWhile(step -> (step.change().action() == Action.DELETE) == delete)
            .count();
    return (int) Math.max(1, together);
  }

  @Override
  public List<StepOutcome> apply(List<Step> group, Map<Node.Pending, Node> known) {
    var outcomes = new ArrayList<StepOutcome>();
    boolean going = true;
    for (Step step : group) {
      boolean checked = outcomes.isEmpty() || fault != FakeFault.CHECKS_ONLY_THE_FIRST_OF_A_GROUP;
      if (going) {
        outcomes.add(new StepOutcome.Tried(checked ? apply(step, known) : write(step)));
      } else {
        outcomes.add(
            fault == FakeFault.CALLS_WHAT_WAS_NOT_SENT_DONE
                ? new StepOutcome.Tried(new StepResult.Done(Map.of()))
                : new StepOutcome.NotSent());
      }
      going &= outcomes.get(outcomes.size() - 1).done();
    }
    return outcomes;
  }

  private StepResult write(Step step) {
    gateway.write(step.change().key(), step.change().after().map(NativeObject::content));
    return new StepResult.Done(Map.of());
  }

  private Optional<Content> content(Step step, Optional<NativeObject> current) {
    var change = step.change();
    if (fault == FakeFault.WRITES_WHAT_WAS_PLANNED_WITHOUT_A_FRESH_LOOK) {
      return change.after().map(NativeObject::content);
    }
    if (fault == FakeFault.OVERWRITES_FOREIGN_PARTS && change.after().isPresent()) {
      var after = change.after().get();
      return Optional.of(FakeFixture.onlyOurs(after));
    }
    return ClaimMerge.apply(current, change);
  }

  @Override
  public Convergence convergence(ApplyDomain domain) {
    return new Convergence(List.of());
  }

  @Override
  public List<TelemetrySource> telemetry() {
    return List.of();
  }

  @Override
  public void close() {}

  private static Problem problem(String code) {
    return Problem.vendor(code, "The fake gateway says so.", "fake", "Look at the test.");
  }
}
