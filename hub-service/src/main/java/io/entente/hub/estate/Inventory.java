package io.entente.hub.estate;

import io.entente.connector.spi.ReadScope;
import io.entente.hub.outbox.Outbox;
import io.entente.hub.outbox.OutboxEvent;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Reads gateways and keeps what was read. Blocks. */
@ApplicationScoped
public class Inventory {
  private static final Logger LOG = Logger.getLogger(Inventory.class);

  private final Estate estate;
  private final Connectors connectors;
  private final SnapshotStore snapshots;
  private final Outbox outbox;
  private final Map<GatewayId, Object> reading = new ConcurrentHashMap<>();

  public Inventory(Estate estate, Connectors connectors, SnapshotStore snapshots, Outbox outbox) {
    this.estate = estate;
    this.connectors = connectors;
    this.snapshots = snapshots;
    this.outbox = outbox;
  }

  /**
   * Reads the gateway now; one read at a time a gateway. What comes back is this read, complete or
   * not; {@link SnapshotStore#latest} is the last complete one.
   *
   * @throws ProblemException GATEWAY_NOT_FOUND
   */
  public Snapshot refresh(GatewayId id) {
    GatewayDocument gateway = estate.requireGateway(id);
    synchronized (reading.computeIfAbsent(id, key -> new Object())) {
      Snapshot snapshot = read(gateway);
      keep(snapshot);
      return snapshot;
    }
  }

  private Snapshot read(GatewayDocument gateway) {
    GatewayId id = gateway.gateway().id();
    Instant began = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var objects = new TreeMap<ObjectKey, NativeObject>();
    Completeness completeness;
    try {
      completeness =
          connectors
              .open(gateway)
              .inventory()
              .read(
                  new ReadScope.Everything(),
                  page -> page.forEach(object -> objects.put(object.key(), object)));
    } catch (ProblemException e) {
      completeness = new Completeness.Failed(FailureClass.FIX_CONFIG, e.problems().get(0));
    } catch (RuntimeException e) {
      LOG.errorf(e, "reading gateway %s broke off", id);
      completeness =
          new Completeness.Failed(
              FailureClass.TRANSIENT,
              Problem.internal(
                  "READ_BROKE_OFF",
                  "Reading gateway " + id + " broke off.",
                  "Look for the cause in the hub's log; the read is tried again."));
    }
    return new Snapshot(id, began, objects, completeness);
  }

  private void keep(Snapshot snapshot) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Optional<LastRead.Outcome> before = outcome(snapshot.gateway());
              snapshots.keep(estate.tenant(), snapshot);
              Optional<LastRead.Outcome> after = outcome(snapshot.gateway());
              if (!before.equals(after)) {
                after.ifPresent(outcome -> tell(snapshot, outcome));
              }
            });
  }

  private Optional<LastRead.Outcome> outcome(GatewayId gateway) {
    return snapshots.lastRead(estate.tenant(), gateway).map(LastRead::outcome);
  }

  private void tell(Snapshot snapshot, LastRead.Outcome outcome) {
    String subject = "gateway/" + snapshot.gateway();
    outbox.record(
        new OutboxEvent(
            OutboxEvent.HEALTH,
            subject,
            "entente.gateway.read",
            subject,
            Node.obj(
                Map.of(
                    "gateway", Node.text(snapshot.gateway().value()),
                    "outcome", Node.text(outcome.name()),
                    "at", Node.text(snapshot.takenAt().toString())))));
  }
}
