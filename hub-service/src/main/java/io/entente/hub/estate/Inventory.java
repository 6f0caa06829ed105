package io.entente.hub.estate;

import io.entente.connector.spi.Connector;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Reads gateways and keeps what was read. Blocks. */
@ApplicationScoped
public class Inventory {
  private static final Logger LOG = Logger.getLogger(Inventory.class);

  private final Estate estate;
  private final Connectors connectors;
  private final SnapshotStore snapshots;
  private final ClaimView claims;
  private final Outbox outbox;
  private final Map<GatewayId, Object> reading = new ConcurrentHashMap<>();

  public Inventory(
      Estate estate,
      Connectors connectors,
      SnapshotStore snapshots,
      ClaimView claims,
      Outbox outbox) {
    this.estate = estate;
    this.connectors = connectors;
    this.snapshots = snapshots;
    this.claims = claims;
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
      Snapshot snapshot = read(gateway, () -> connectors.open(gateway), new ReadScope.Everything());
      keep(snapshot, () -> snapshots.keep(estate.tenant(), snapshot));
      return snapshot;
    }
  }

  /**
   * Reads the gateway at the schedule's pace; called for one gateway at a time. What a read on
   * demand found meanwhile stays.
   *
   * @param everything else only what is watched at every poll: the kinds the vendor names and those
   *     of objects we own
   * @return whether all that was asked for was read
   * @throws ProblemException GATEWAY_NOT_FOUND
   */
  public boolean poll(GatewayId id, boolean everything) {
    GatewayDocument gateway = estate.requireGateway(id);
    Set<String> kinds = everything ? Set.of() : watched(gateway);
    ReadScope scope = kinds.isEmpty() ? new ReadScope.Everything() : new ReadScope.Kinds(kinds);
    Snapshot snapshot = read(gateway, () -> connectors.poller(gateway), scope);
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    synchronized (reading.computeIfAbsent(id, key -> new Object())) {
      if (!newerWasKept(snapshot)) {
        keep(
            snapshot,
            () -> {
              if (kinds.isEmpty()) {
                snapshots.keep(estate.tenant(), snapshot);
              } else {
                snapshots.keepPart(estate.tenant(), snapshot, kinds);
              }
            });
      }
    }
    return snapshot.complete();
  }

  private Set<String> watched(GatewayDocument gateway) {
    var kinds = new TreeSet<>(connectors.watchedKinds(gateway));
    if (!kinds.isEmpty()) {
      claims
          .claims(estate.tenant(), gateway.gateway().id())
          .keySet()
          .forEach(key -> kinds.add(key.kind()));
    }
    return kinds;
  }

  private boolean newerWasKept(Snapshot snapshot) {
    return snapshots
        .lastRead(estate.tenant(), snapshot.gateway())
        .filter(last -> last.beganAt().isAfter(snapshot.takenAt()))
        .isPresent();
  }

  private Snapshot read(GatewayDocument gateway, Supplier<Connector> connector, ReadScope scope) {
    GatewayId id = gateway.gateway().id();
    Instant began = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var objects = new TreeMap<ObjectKey, NativeObject>();
    Completeness completeness;
    try {
      completeness =
          connector
              .get()
              .inventory()
              .read(scope, page -> page.forEach(object -> objects.put(object.key(), object)));
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

  private void keep(Snapshot snapshot, Runnable store) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Optional<LastRead.Outcome> before = outcome(snapshot.gateway());
              store.run();
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
