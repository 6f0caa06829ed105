package io.entente.hub.plan;

import io.entente.hub.estate.Estate;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Hash;
import io.entente.model.tree.Node;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Plans in PostgreSQL; every method runs in the connection's own transaction. Blocks. */
@Singleton
public final class PlanStore {

  private final Tenant tenant;

  public PlanStore(Estate estate) {
    this.tenant = estate.tenant();
  }

  /** Keeps a new plan and the journal of its steps. */
  public void insert(Connection connection, StoredPlan plan) throws SQLException {
    Sql.update(
        connection,
        "insert into plan (tenant, id, gateway, hash, body, status, created_at, created_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        tenant.value(),
        plan.id(),
        plan.gateway().value(),
        plan.hash().hex(),
        io.entente.json.StoredTree.write(plan.body()),
        plan.status().name(),
        plan.createdAt(),
        plan.createdBy());
    for (var step : plan.steps()) {
      Sql.update(
          connection,
          "insert into plan_step (tenant, plan, number, state, changed_at)"
              + " values (?, ?, ?, 'PLANNED', ?)",
          tenant.value(),
          plan.id(),
          step.number(),
          plan.createdAt());
    }
  }

  public Optional<StoredPlan> find(Connection connection, String id) throws SQLException {
    return Sql.query(
            connection,
            "select * from plan where tenant = ? and id = ?",
            PlanStore::plan,
            tenant.value(),
            id)
        .stream()
        .findFirst();
  }

  /** The newest plans first, at most 200. */
  public List<StoredPlan> list(Connection connection) throws SQLException {
    return Sql.query(
        connection,
        "select * from plan where tenant = ? order by created_at desc, id limit 200",
        PlanStore::plan,
        tenant.value());
  }

  /** Plans of a gateway whose apply never ended. */
  public List<StoredPlan> applying(Connection connection, GatewayId gateway) throws SQLException {
    return Sql.query(
        connection,
        "select * from plan where tenant = ? and gateway = ? and status = 'APPLYING'",
        PlanStore::plan,
        tenant.value(),
        gateway.value());
  }

  public boolean approve(Connection connection, String id, String who, Instant at)
      throws SQLException {
    return Sql.update(
            connection,
            "update plan set status = 'APPROVED', approved_by = ?, approved_at = ?"
                + " where tenant = ? and id = ? and status = 'PROPOSED'",
            who,
            at,
            tenant.value(),
            id)
        == 1;
  }

  /** Moves a plan on; false when it no longer stood at {@code from}. */
  public boolean move(
      Connection connection, String id, PlanStatus from, PlanStatus to, Optional<Node> reason)
      throws SQLException {
    return Sql.update(
            connection,
            "update plan set status = ?, reason = ? where tenant = ? and id = ? and status = ?",
            to.name(),
            reason.map(io.entente.json.StoredTree::write),
            tenant.value(),
            id,
            from.name())
        == 1;
  }

  /** Notes what the data plane said and when the attempt ended. */
  public void ended(Connection connection, String id, Node convergence, String who, Instant at)
      throws SQLException {
    Sql.update(
        connection,
        "update plan set convergence = ?, applied_by = ?, applied_at = ?"
            + " where tenant = ? and id = ?",
        io.entente.json.StoredTree.write(convergence),
        who,
        at,
        tenant.value(),
        id);
  }

  private static StoredPlan plan(ResultSet row) throws SQLException {
    return new StoredPlan(
        row.getString("id"),
        new GatewayId(row.getString("gateway")),
        new Hash(row.getString("hash")),
        (Node.Obj) StoredTree.read(row.getString("body")),
        PlanStatus.valueOf(row.getString("status")),
        Sql.text(row, "reason").map(StoredTree::read),
        Sql.time(row, "created_at").orElseThrow(),
        row.getString("created_by"),
        Sql.text(row, "approved_by"),
        Sql.time(row, "approved_at"),
        Sql.time(row, "applied_at"),
        Sql.text(row, "convergence").map(StoredTree::read));
  }
}
