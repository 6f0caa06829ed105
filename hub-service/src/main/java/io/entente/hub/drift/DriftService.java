package io.entente.hub.drift;

import io.entente.hub.apply.Conditions;
import io.entente.hub.apply.LastApplied;
import io.entente.hub.estate.Estate;
import io.entente.hub.outbox.Outbox;
import io.entente.hub.outbox.OutboxEvent;
import io.entente.hub.plan.ClaimCodec;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.FileDiffs;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.PlanStore;
import io.entente.hub.plan.Sql;
import io.entente.hub.plan.StoredTree;
import io.entente.hub.plan.Transactions;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.reconciliation.Drift;
import io.entente.reconciliation.DriftDetector;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds, keeps and tells drift. Blocks; worker threads only. */
@Singleton
public final class DriftService {

  private final Tenant tenant;
  private final Transactions transactions;
  private final LastApplied lastApplied;
  private final GatewayEstate estate;
  private final PlanStore plans;
  private final Conditions conditions;
  private final Outbox outbox;
  private final FileDiffs files;
  private final DecisionStore decisions;
  private final IgnoredDrift ignored;

  public DriftService(
      Estate owner,
      Transactions transactions,
      LastApplied lastApplied,
      GatewayEstate estate,
      PlanStore plans,
      Conditions conditions,
      Outbox outbox,
      FileDiffs files,
      DecisionStore decisions,
      IgnoredDrift ignored) {
    this.tenant = owner.tenant();
    this.transactions = transactions;
    this.lastApplied = lastApplied;
    this.estate = estate;
    this.plans = plans;
    this.conditions = conditions;
    this.outbox = outbox;
    this.files = files;
    this.decisions = decisions;
    this.ignored = ignored;
  }

  /**
   * Compares a read of the gateway with what was applied last. An incomplete read, or one while a
   * plan is being applied, concludes nothing.
   */
  public void check(GatewayId gateway, Snapshot observed) {
    check(gateway, observed, Instant.now());
  }

  /** The same at another time. */
  void check(GatewayId gateway, Snapshot observed, Instant now) {
    if (!observed.complete()) {
      return;
    }
    var dialect = Desired.dialect(estate, gateway);
    transactions.run(
        connection -> {
          if (plans.applying(connection, gateway).isEmpty()) {
            var ours = lastApplied.of(connection, gateway);
            keep(connection, gateway, ours, DriftDetector.detect(dialect, ours, observed), now);
          }
        });
  }

  /** Open drift, oldest first; of every gateway when {@code gateway} is empty. */
  public List<Node> open(String gateway) {
    return files.readable(rows(gateway), row -> has(row, "file"), "was", "is");
  }

  private static boolean has(Node row, String field) {
    return row instanceof Node.Obj obj && obj.field(field).isPresent();
  }

  private static boolean ofFiles(Map<ObjectKey, NativeObject> ours, ObjectKey key) {
    var object = ours.get(key);
    return object != null && object.content() instanceof Content.Files;
  }

  private List<Node> rows(String gateway) {
    Instant now = Instant.now();
    var inForce = decisions.list(gateway, false);
    return transactions.call(c -> open(c, gateway)).stream()
        .map(drift -> shown(drift, inForce, now))
        .toList();
  }

  private static Node shown(OpenDrift drift, List<DriftDecision> inForce, Instant now) {
    var ignoring = IgnoredDrift.by(drift, inForce, now);
    return ignoring.isPresent() && ignoring.get().what() instanceof DriftDecision.What.Ignore ignore
        ? drift.shown().with("ignored", IgnoredDrift.shown(ignoring.get(), ignore.until()))
        : drift.shown();
  }

  private List<OpenDrift> open(Connection connection, String gateway) throws SQLException {
    return Sql.query(
        connection,
        "select * from drift where tenant = ? and (? = '' or gateway = ?)"
            + " and resolved_at is null order by first_seen, id",
        OpenDrift::read,
        tenant.value(),
        gateway,
        gateway);
  }

  /** One row of drift, open or not. */
  Optional<OpenDrift> find(long id) {
    return transactions
        .call(
            connection ->
                Sql.query(
                    connection,
                    "select * from drift where tenant = ? and id = ?",
                    OpenDrift::read,
                    tenant.value(),
                    id))
        .stream()
        .findFirst();
  }

  /** Open drift of one gateway in parts that come from a source of which {@code concerns} holds. */
  public List<Node> open(String gateway, Predicate<ClaimSource> concerns) {
    return open(gateway).stream()
        .filter(
            row ->
                StoredTree.items(row, "sources").stream()
                    .map(ClaimCodec::readSource)
                    .anyMatch(concerns))
        .toList();
  }

  private void keep(
      Connection connection,
      GatewayId gateway,
      Map<ObjectKey, NativeObject> ours,
      List<Drift> found,
      Instant now)
      throws SQLException {
    var places = new HashSet<String>();
    for (Drift drift : found) {
      places.add(drift.key() + " " + drift.path());
      boolean fresh =
          Sql.query(
                  connection,
                  "insert into drift (tenant, gateway, kind, native_id, path, drift_kind, was,"
                      + " is_now, sources, files, first_seen, last_seen)"
                      + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                      + " on conflict (tenant, gateway, kind, native_id, path)"
                      + " where resolved_at is null do update set"
                      + " drift_kind = excluded.drift_kind, was = excluded.was,"
                      + " is_now = excluded.is_now, last_seen = excluded.last_seen"
                      + " returning (xmax = 0)",
                  row -> row.getBoolean(1),
                  tenant.value(),
                  gateway.value(),
                  drift.key().kind(),
                  drift.key().nativeId(),
                  drift.path().toString(),
                  drift.kind().name(),
                  drift.was().map(io.entente.json.StoredTree::write),
                  drift.is().map(io.entente.json.StoredTree::write),
                  io.entente.json.StoredTree.write(
                      Node.arr(drift.sources().stream().map(ClaimCodec::source).toList())),
                  ofFiles(ours, drift.key()),
                  now,
                  now)
              .get(0);
      if (fresh) {
        tell(connection, gateway, "found", drift.key().toString(), drift.path().toString());
      }
    }
    resolve(connection, gateway, places, now);
    var open = open(connection, gateway.value());
    var inForce = decisions.inForce(connection, gateway);
    for (OpenDrift again : ignored.settle(connection, inForce, open, now)) {
      tell(connection, gateway, "found", again.key().toString(), again.path().toString());
    }
    conditions.drifted(
        connection,
        gateway,
        open.stream()
            .filter(drift -> IgnoredDrift.by(drift, inForce, now).isEmpty())
            .flatMap(drift -> drift.sources().stream())
            .filter(ClaimSource.OfPolicy.class::isInstance)
            .map(source -> ((ClaimSource.OfPolicy) source).version().policy().value())
            .collect(Collectors.toSet()));
  }

  private void resolve(
      Connection connection, GatewayId gateway, HashSet<String> places, Instant now)
      throws SQLException {
    var open =
        Sql.query(
            connection,
            "select id, kind || '/' || native_id, path from drift"
                + " where tenant = ? and gateway = ? and resolved_at is null",
            row -> Map.entry(row.getLong(1), List.of(row.getString(2), row.getString(3))),
            tenant.value(),
            gateway.value());
    for (var entry : open) {
      var place = entry.getValue();
      if (!places.contains(place.get(0) + " " + place.get(1))) {
        close(connection, gateway, entry.getKey(), place, "RESOLVED", now);
      }
    }
  }

  /** Closes drift as adopted. */
  void adopted(Connection connection, OpenDrift drift, Instant now) throws SQLException {
    var place = List.of(drift.key().toString(), drift.path().toString());
    close(connection, drift.gateway(), drift.id(), place, "ADOPTED", now);
  }

  private void close(
      Connection connection, GatewayId gateway, long id, List<String> place, String as, Instant now)
      throws SQLException {
    Sql.update(
        connection, "update drift set resolved_at = ?, closed_as = ? where id = ?", now, as, id);
    tell(connection, gateway, "resolved", place.get(0), place.get(1));
  }

  private void tell(
      Connection connection, GatewayId gateway, String what, String object, String path)
      throws SQLException {
    outbox.record(
        connection,
        new OutboxEvent(
            OutboxEvent.DRIFT,
            gateway.value(),
            "entente.drift." + what,
            "gateway/" + gateway,
            Node.obj(
                Map.of(
                    "gateway", Node.text(gateway.value()),
                    "object", Node.text(object),
                    "path", Node.text(path)))));
  }
}
