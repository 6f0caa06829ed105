package io.entente.hub.takeover;

import io.entente.hub.estate.Estate;
import io.entente.hub.plan.Sql;
import io.entente.hub.plan.StoredTree;
import io.entente.hub.plan.TakenOverThings;
import io.entente.hub.plan.Transactions;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.NativePlace;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.reconciliation.Takeover;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takeovers in PostgreSQL. Blocks. */
@Singleton
public final class TakeoverStore implements TakenOverThings {

  private static final int MOST = 1_000;

  private final Tenant tenant;
  private final Transactions transactions;

  public TakeoverStore(Estate estate, Transactions transactions) {
    this.tenant = estate.tenant();
    this.transactions = transactions;
  }

  @Override
  public List<Takeover> of(GatewayId gateway) {
    return transactions.call(connection -> inForce(connection, gateway)).stream()
        .map(StoredTakeover::takeover)
        .toList();
  }

  List<StoredTakeover> inForce(Connection connection, GatewayId gateway) throws SQLException {
    return Sql.query(
        connection,
        "select * from takeover where tenant = ? and gateway = ? and ended_at is null order by id",
        TakeoverStore::row,
        tenant.value(),
        gateway.value());
  }

  /** Newest first; with {@code all} those that were given back too. */
  List<StoredTakeover> list(GatewayId gateway, boolean all) {
    return transactions.call(
        connection ->
            Sql.query(
                connection,
                "select * from takeover where tenant = ? and gateway = ?"
                    + " and (? or ended_at is null) order by id desc limit "
                    + MOST,
                TakeoverStore::row,
                tenant.value(),
                gateway.value(),
                all));
  }

  Optional<StoredTakeover> find(GatewayId gateway, long id) {
    return transactions
        .call(
            connection ->
                Sql.query(
                    connection,
                    "select * from takeover where tenant = ? and gateway = ? and id = ?",
                    TakeoverStore::row,
                    tenant.value(),
                    gateway.value(),
                    id))
        .stream()
        .findFirst();
  }

  /** Ends one; false when it had ended. */
  boolean end(Connection connection, long id, String who, Instant now) throws SQLException {
    return Sql.update(
            connection,
            "update takeover set ended_at = ?, ended_by = ?"
                + " where tenant = ? and id = ? and ended_at is null",
            now,
            who,
            tenant.value(),
            id)
        == 1;
  }

  private static StoredTakeover row(ResultSet row) throws SQLException {
    return new StoredTakeover(
        new GatewayId(row.getString("gateway")),
        new Takeover(
            row.getLong("id"),
            place(row, "our_kind", "our_native_id", "our_path"),
            place(row, "kind", "native_id", "path"),
            (Node.Obj) StoredTree.read(row.getString("found"))),
        Arrays.stream(row.getString("policies").split(" ")).map(PolicyName::new).toList(),
        row.getString("taken_by"),
        Sql.time(row, "taken_at").orElseThrow(),
        released(row));
  }

  private static Optional<StoredTakeover.Release> released(ResultSet row) throws SQLException {
    Optional<Instant> at = Sql.time(row, "ended_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new StoredTakeover.Release(row.getString("ended_by"), at.get()));
  }

  private static NativePlace place(ResultSet row, String kind, String id, String path)
      throws SQLException {
    return new NativePlace(
        new ObjectKey(row.getString(kind), row.getString(id)), NodePath.parse(row.getString(path)));
  }
}
