package io.entente.hub.estate;

import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of gateways. Only a complete read becomes the view; a partial or failed one is noted and
 * changes nothing that is shown. Blocks.
 */
@ApplicationScoped
public class SnapshotStore {
  private final DataSource database;

  public SnapshotStore(DataSource database) {
    this.database = database;
  }

  /**
   * Keeps the outcome of a read.
   *
   * @return how many rows were written; 1 when a complete read found what was known
   */
  public int keep(Tenant tenant, Snapshot snapshot) {
    return Sql.inTransaction(
        database,
        "keep the snapshot of gateway " + snapshot.gateway(),
        connection ->
            snapshot.complete()
                ? keepComplete(connection, tenant, snapshot)
                : keepFailure(connection, tenant, snapshot));
  }

  /** The last complete picture; empty when the gateway was never read completely. */
  public Optional<Snapshot> latest(Tenant tenant, GatewayId gateway) {
    return Sql.inTransaction(
        database,
        "read the snapshot of gateway " + gateway,
        connection -> {
          try (PreparedStatement select =
                  Sql.statement(
                      connection,
                      "select r.complete_at, o.kind, o.native_id, c.form, c.body"
                          + " from gateway_read r"
                          + " left join snapshot_object o on o.snapshot = r.snapshot"
                          + " left join native_content c"
                          + " on c.tenant = o.tenant and c.hash = o.hash"
                          + " where r.tenant = ? and r.gateway = ? and r.snapshot is not null",
                      tenant.value(),
                      gateway.value());
              ResultSet row = select.executeQuery()) {
            Optional<Instant> takenAt = Optional.empty();
            var objects = new TreeMap<ObjectKey, NativeObject>();
            while (row.next()) {
              takenAt = Optional.of(instant(row, "complete_at"));
              String kind = row.getString("kind");
              if (kind != null) {
                var key = new ObjectKey(kind, row.getString("native_id"));
                Content content = NativeContents.read(row.getString("form"), row.getString("body"));
                objects.put(key, NativeObject.foreign(key, content));
              }
            }
            return takenAt.map(
                at -> new Snapshot(gateway, at, objects, new Completeness.Complete()));
          }
        });
  }

  /** How the last read went; empty before the first. */
  public Optional<LastRead> lastRead(Tenant tenant, GatewayId gateway) {
    return Sql.inTransaction(
        database,
        "read the status of gateway " + gateway,
        connection -> {
          try (PreparedStatement select =
                  Sql.statement(
                      connection,
                      "select * from gateway_read where tenant = ? and gateway = ?",
                      tenant.value(),
                      gateway.value());
              ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(lastRead(row)) : Optional.empty();
          }
        });
  }

  /** Forgets all pictures of a gateway that was deleted. */
  public void forget(Tenant tenant, GatewayId gateway) {
    Sql.inTransaction(
        database,
        "forget the snapshots of gateway " + gateway,
        connection -> {
          for (String table : List.of("gateway_read", "snapshot")) {
            Sql.update(
                connection,
                "delete from " + table + " where tenant = ? and gateway = ?",
                tenant.value(),
                gateway.value());
          }
          return true;
        });
  }

  private static int keepComplete(Connection connection, Tenant tenant, Snapshot snapshot)
      throws SQLException {
    String hash = hashOf(snapshot).hex();
    int same =
        Sql.update(
            connection,
            "update gateway_read r set began_at = ?, complete_at = ?, outcome = 'COMPLETE',"
                + " failure = null, problem_code = null, problem_kind = null,"
                + " problem_message = null, problem_path = null, problem_next_step = null"
                + " from snapshot s where s.id = r.snapshot and s.hash = ?"
                + " and r.tenant = ? and r.gateway = ?",
            snapshot.takenAt(),
            snapshot.takenAt(),
            hash,
            tenant.value(),
            snapshot.gateway().value());
    return same > 0 ? same : insert(connection, tenant, snapshot, hash);
  }

  private static int insert(Connection connection, Tenant tenant, Snapshot snapshot, String hash)
      throws SQLException {
    var contents = snapshot.objects().values().stream().map(NativeObject::content).toList();
    int written = NativeContents.store(connection, tenant, contents);
    long id;
    try (PreparedStatement insert =
            Sql.statement(
                connection,
                "insert into snapshot (tenant, gateway, taken_at, hash, objects)"
                    + " values (?, ?, ?, ?, ?) returning id",
                tenant.value(),
                snapshot.gateway().value(),
                snapshot.takenAt(),
                hash,
                snapshot.objects().size());
        ResultSet row = insert.executeQuery()) {
      row.next();
      id = row.getLong(1);
    }
    var kinds = new ArrayList<String>();
    var ids = new ArrayList<String>();
    var hashes = new ArrayList<String>();
    for (NativeObject object : snapshot.objects().values()) {
      kinds.add(object.key().kind());
      ids.add(object.key().nativeId());
      hashes.add(object.content().hash().hex());
    }
    if (!kinds.isEmpty()) {
      written +=
          Sql.update(
              connection,
              "insert into snapshot_object (snapshot, tenant, kind, native_id, hash)"
                  + " select ?, ?, o.kind, o.native_id, o.hash"
                  + " from unnest(?, ?, ?) as o (kind, native_id, hash)",
              id,
              tenant.value(),
              kinds,
              ids,
              hashes);
    }
    return written
        + 1
        + Sql.update(
            connection,
            "insert into gateway_read (tenant, gateway, began_at, outcome, complete_at, snapshot)"
                + " values (?, ?, ?, 'COMPLETE', ?, ?) on conflict (tenant, gateway) do update"
                + " set began_at = excluded.began_at, outcome = excluded.outcome,"
                + " failure = null, problem_code = null, problem_kind = null,"
                + " problem_message = null, problem_path = null, problem_next_step = null,"
                + " complete_at = excluded.complete_at, snapshot = excluded.snapshot",
            tenant.value(),
            snapshot.gateway().value(),
            snapshot.takenAt(),
            snapshot.takenAt(),
            id);
  }

  private static int keepFailure(Connection connection, Tenant tenant, Snapshot snapshot)
      throws SQLException {
    String outcome = "PARTIAL";
    @Nullable String failure = null;
    Problem why;
    if (snapshot.completeness() instanceof Completeness.Failed failed) {
      outcome = "FAILED";
      failure = failed.failure().name();
      why = failed.why();
    } else if (snapshot.completeness() instanceof Completeness.Partial partial) {
      why = partial.why();
    } else {
      throw new IllegalArgumentException("a complete read has not failed");
    }
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "insert into gateway_read (tenant, gateway, began_at, outcome, failure, problem_code,"
                + " problem_kind, problem_message, problem_path, problem_next_step)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant, gateway) do update"
                + " set began_at = excluded.began_at, outcome = excluded.outcome,"
                + " failure = excluded.failure, problem_code = excluded.problem_code,"
                + " problem_kind = excluded.problem_kind,"
                + " problem_message = excluded.problem_message,"
                + " problem_path = excluded.problem_path,"
                + " problem_next_step = excluded.problem_next_step")) {
      upsert.setString(1, tenant.value());
      upsert.setString(2, snapshot.gateway().value());
      upsert.setObject(3, snapshot.takenAt().atOffset(ZoneOffset.UTC));
      upsert.setString(4, outcome);
      upsert.setString(5, failure);
      upsert.setString(6, why.code());
      upsert.setString(7, why.kind().name());
      upsert.setString(8, why.message());
      upsert.setString(9, why.path().orElse(null));
      upsert.setString(10, why.nextStep());
      return upsert.executeUpdate();
    }
  }

  private static Hash hashOf(Snapshot snapshot) {
    var text = new StringBuilder();
    for (NativeObject object : snapshot.objects().values()) {
      String kind = object.key().kind();
      String id = object.key().nativeId();
      text.append(kind.length()).append(' ').append(kind).append(' ');
      text.append(id.length()).append(' ').append(id).append(' ');
      text.append(object.content().hash().hex()).append('\n');
    }
    return Hash.ofText(text.toString());
  }

  private static LastRead lastRead(ResultSet row) throws SQLException {
    Optional<String> code = Optional.ofNullable(row.getString("problem_code"));
    Optional<Problem> why = Optional.empty();
    if (code.isPresent()) {
      why =
          Optional.of(
              new Problem(
                  code.get(),
                  ProblemKind.valueOf(row.getString("problem_kind")),
                  row.getString("problem_message"),
                  Optional.ofNullable(row.getString("problem_path")),
                  Optional.empty(),
                  row.getString("problem_next_step")));
    }
    return new LastRead(
        instant(row, "began_at"),
        LastRead.Outcome.valueOf(row.getString("outcome")),
        Optional.ofNullable(row.getString("failure")).map(FailureClass::valueOf),
        why,
        row.getObject("complete_at") == null
            ? Optional.empty()
            : Optional.of(instant(row, "complete_at")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
