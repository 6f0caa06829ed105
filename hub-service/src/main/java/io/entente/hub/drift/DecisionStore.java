package io.entente.hub.drift;

import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.hub.estate.Estate;
import io.entente.hub.plan.DecidedDrift;
import io.entente.hub.plan.Sql;
import io.entente.hub.plan.Transactions;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.NativePlace;
import io.entente.model.tree.Node;
import io.entente.reconciliation.Adopted;
import io.entente.reconciliation.Adoption;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions about drift in PostgreSQL. Blocks. */
@Singleton
public final class DecisionStore implements DecidedDrift {

  /** Who ends a decision that ends by itself. */
  static final String HUB = "hub";

  private static final int MOST = 1_000;

  private final Tenant tenant;
  private final Transactions transactions;
  private final Audit audit;

  public DecisionStore(Estate estate, Transactions transactions, Audit audit) {
    this.tenant = estate.tenant();
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * Keeps a decision as the next version of its place, and says which it became; empty when another
   * one of that place is in force. {@code id}, {@code version} and {@code ended} are not used.
   */
  Optional<DriftDecision> insert(Connection connection, DriftDecision decision)
      throws SQLException {
    Optional<Instant> until =
        decision.what() instanceof DriftDecision.What.Ignore ignore
            ? Optional.of(ignore.until())
            : Optional.empty();
    return Sql.query(
            connection,
            "insert into drift_decision (tenant, gateway, kind, native_id, path, version, decision,"
                + " wanted, was, found, files, sources, reason, decided_by, decided_at, until)"
                + " select ?, ?, ?, ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " cast(? as timestamptz) from drift_decision where tenant = ? and gateway = ?"
                + " and kind = ? and native_id = ? and path = ? on conflict do nothing returning *",
            DecisionRow::read,
            tenant.value(),
            decision.gateway().value(),
            decision.key().kind(),
            decision.key().nativeId(),
            decision.path().toString(),
            until.isPresent() ? "IGNORE" : "ADOPT",
            DecisionRow.text(decision.wanted()),
            DecisionRow.text(decision.was()),
            DecisionRow.text(decision.found()),
            decision.files(),
            DecisionRow.text(decision.sources()),
            decision.reason(),
            decision.by(),
            decision.at(),
            until,
            tenant.value(),
            decision.gateway().value(),
            decision.key().kind(),
            decision.key().nativeId(),
            decision.path().toString())
        .stream()
        .findFirst();
  }

  /** Ends a decision; false when it had ended. */
  boolean end(Connection connection, long id, DecisionEnd as, String who, Instant now)
      throws SQLException {
    return Sql.update(
            connection,
            "update drift_decision set ended_at = ?, ended_by = ?, ended_as = ?"
                + " where tenant = ? and id = ? and ended_at is null",
            now,
            who,
            as.name(),
            tenant.value(),
            id)
        == 1;
  }

  /** Ends a decision by itself, and tells the audit. */
  void endByItself(Connection connection, DriftDecision decision, DecisionEnd as, Instant now)
      throws SQLException {
    if (end(connection, decision.id(), as, HUB, now)) {
      var detail =
          Node.obj(Map.of("decision", Node.number(decision.id()), "as", Node.text(as.name())));
      audit.record(
          connection,
          new AuditEntry(HUB, "drift.decision.end", "gateway/" + decision.gateway(), detail));
    }
  }

  /** Ends what was decided about a place that is given up. */
  public void withdraw(Connection connection, GatewayId gateway, NativePlace place, String who)
      throws SQLException {
    for (DriftDecision decision : inForce(connection, gateway)) {
      if (decision.key().equals(place.key()) && decision.path().startsWith(place.path())) {
        end(connection, decision.id(), DecisionEnd.WITHDRAWN, who, Instant.now());
      }
    }
  }

  Optional<DriftDecision> find(Connection connection, long id) throws SQLException {
    return Sql.query(
            connection,
            "select * from drift_decision where tenant = ? and id = ?",
            DecisionRow::read,
            tenant.value(),
            id)
        .stream()
        .findFirst();
  }

  List<DriftDecision> inForce(Connection connection, GatewayId gateway) throws SQLException {
    return Sql.query(
        connection,
        "select * from drift_decision where tenant = ? and gateway = ? and ended_at is null"
            + " order by id",
        DecisionRow::read,
        tenant.value(),
        gateway.value());
  }

  /** Newest first; of every gateway when {@code gateway} is empty; with {@code all} ended ones. */
  List<DriftDecision> list(String gateway, boolean all) {
    return transactions.call(
        connection ->
            Sql.query(
                connection,
                "select * from drift_decision where tenant = ? and (? = '' or gateway = ?)"
                    + " and (? or ended_at is null) order by id desc limit "
                    + MOST,
                DecisionRow::read,
                tenant.value(),
                gateway,
                gateway,
                all));
  }

  @Override
  public List<Adoption> adoptions(GatewayId gateway) {
    return transactions.call(connection -> inForce(connection, gateway)).stream()
        .filter(decision -> decision.what() instanceof DriftDecision.What.Adopt)
        .map(DecisionStore::adoption)
        .toList();
  }

  @Override
  public List<Ignored> ignored(GatewayId gateway) {
    return transactions.call(connection -> inForce(connection, gateway)).stream()
        .flatMap(decision -> ignored(decision).stream())
        .toList();
  }

  @Override
  public void end(Connection connection, GatewayId gateway, List<Adopted.Ended> ended)
      throws SQLException {
    for (Adopted.Ended one : ended) {
      var as =
          switch (one.why()) {
            case OVERTAKEN -> DecisionEnd.OVERTAKEN;
            case GONE -> DecisionEnd.GONE;
          };
      var decision = find(connection, one.adoption().id());
      if (decision.isPresent()) {
        endByItself(connection, decision.get(), as, Instant.now());
      }
    }
  }

  static Adoption adoption(DriftDecision decision) {
    return new Adoption(
        decision.id(),
        decision.key(),
        decision.path(),
        decision.wanted(),
        decision.found(),
        decision.by(),
        decision.at(),
        decision.reason());
  }

  private static Optional<Ignored> ignored(DriftDecision decision) {
    return decision.what() instanceof DriftDecision.What.Ignore ignore
        ? Optional.of(
            new Ignored(
                decision.id(),
                decision.key(),
                decision.path(),
                decision.by(),
                decision.reason(),
                ignore.until()))
        : Optional.empty();
  }
}
