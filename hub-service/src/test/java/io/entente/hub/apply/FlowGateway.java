package io.entente.hub.apply;

import io.entente.connector.spi.Applier;
import io.entente.connector.spi.Connector;
import io.entente.connector.spi.Convergence;
import io.entente.connector.spi.InventoryReader;
import io.entente.connector.spi.NodeState;
import io.entente.connector.spi.TelemetrySource;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Snapshot;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.reconciliation.PendingValues;
import io.entente.reconciliation.StepProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Flows are imported, get a number by that, and run once they are deployed by it. */
final class FlowGateway implements Connector, Applier {

  static final String FLOWS = "sharedflows";
  static final String DEPLOYMENTS = "sharedflow_deployments";
  static final String FACTS = "sharedflow_metadata";
  static final String NUMBER = "revision";

  final SortedMap<String, List<Content>> revisions = new TreeMap<>();
  final SortedMap<String, String> deployed = new TreeMap<>();
  final List<ApplyDomain> askedForConvergence = new ArrayList<>();
  int imports;
  Optional<ObjectKey> loseAnswerOf = Optional.empty();
  Optional<ObjectKey> refuse = Optional.empty();

  private final GatewayId id;

  FlowGateway(GatewayId id) {
    this.id = id;
  }

  Snapshot snapshot() {
    var objects = new TreeMap<ObjectKey, NativeObject>();
    revisions.forEach(
        (name, contents) -> {
          put(objects, FLOWS, name, contents.get(contents.size() - 1));
          put(objects, FACTS, name, number(String.valueOf(contents.size())));
        });
    deployed.forEach((name, number) -> put(objects, DEPLOYMENTS, name, number(number)));
    return new Snapshot(id, Instant.now(), objects, new Completeness.Complete());
  }

  static Content number(String number) {
    return new Content.Tree(Node.obj(Map.of(NUMBER, Node.text(number))));
  }

  private static void put(
      SortedMap<ObjectKey, NativeObject> objects, String kind, String name, Content content) {
    var key = new ObjectKey(kind, name);
    objects.put(key, NativeObject.foreign(key, content));
  }

  @Override
  public StepResult apply(Step wanted, Map<Node.Pending, Node> known) {
    var step = PendingValues.substitute(wanted, known);
    var key = step.change().key();
    if (refuse.filter(key::equals).isPresent()) {
      return new StepResult.Refused(FailureClass.FIX_CONFIG, problem("FLOW_REFUSED", key));
    }
    var now = Optional.ofNullable(snapshot().objects().get(key));
    var progress = StepProgress.of(new FlowDialect(), step, now, Map.of());
    if (progress == StepProgress.CONFLICT) {
      return new StepResult.Refused(FailureClass.PRECONDITION_LOST, problem("FLOW_MOVED", key));
    }
    if (progress == StepProgress.NOT_LANDED) {
      write(key, step.change().after().map(NativeObject::content));
    }
    if (loseAnswerOf.filter(key::equals).isPresent()) {
      loseAnswerOf = Optional.empty();
      return new StepResult.Unknown(problem("ANSWER_LOST", key));
    }
    var kept = revisions.get(key.nativeId());
    return key.kind().equals(FLOWS) && kept != null
        ? new StepResult.Done(
            Map.of(new Node.Pending(key, NUMBER), Node.text(String.valueOf(kept.size()))))
        : new StepResult.Done(Map.of());
  }

  private void write(ObjectKey key, Optional<Content> content) {
    String name = key.nativeId();
    if (key.kind().equals(FLOWS)) {
      if (content.isEmpty()) {
        revisions.remove(name);
      } else {
        imports++;
        revisions.computeIfAbsent(name, n -> new ArrayList<>()).add(content.get());
      }
    } else if (content.isEmpty()) {
      deployed.remove(name);
    } else {
      var root = (Node.Obj) ((Content.Tree) content.get()).root();
      var value = (Node.Value) root.field(NUMBER).orElseThrow();
      deployed.put(name, ((io.entente.model.tree.Scalar.Text) value.value()).value());
    }
  }

  private static Problem problem(String code, ObjectKey key) {
    return Problem.vendor(code, "On " + key + ".", key.toString(), "Plan again.");
  }

  @Override
  public Convergence convergence(ApplyDomain domain) {
    askedForConvergence.add(domain);
    return new Convergence(
        List.of(
            new NodeState(
                "instance-1",
                NodeState.Sync.SYNCED,
                Optional.empty(),
                Optional.empty(),
                Instant.now())));
  }

  @Override
  public GatewayId gateway() {
    return id;
  }

  @Override
  public GatewayProfile describe() {
    return new GatewayProfile(Vendor.APIGEE, "x", "v1", 1, new TreeSet<>(), new TreeMap<>());
  }

  @Override
  public InventoryReader inventory() {
    return (scope, sink) -> {
      sink.page(List.copyOf(snapshot().objects().values()));
      return new Completeness.Complete();
    };
  }

  @Override
  public Optional<Applier> applier() {
    return Optional.of(this);
  }

  @Override
  public List<TelemetrySource> telemetry() {
    return List.of();
  }

  @Override
  public void close() {}
}
