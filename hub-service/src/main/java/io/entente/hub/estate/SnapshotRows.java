package io.entente.hub.estate;

import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Snapshots as rows: their objects by the hash of their content. */
final class SnapshotRows {
  /** Older pictures than these newest ones of a gateway are forgotten. */
  private static final int KEPT = 10;

  private SnapshotRows() {}

  /** The hash of each object's content, in the objects' order; on all processors. */
  static List<Hash> hashes(SortedMap<ObjectKey, NativeObject> objects) {
    return List.copyOf(objects.values()).parallelStream()
        .map(object -> object.content().hash())
        .toList();
  }

  /** The hash of the whole picture. */
  static Hash hashOf(SortedMap<ObjectKey, NativeObject> objects, List<Hash> hashes) {
    var text = new StringBuilder();
    int at = 0;
    for (ObjectKey key : objects.keySet()) {
      text.append(key.kind().length()).append(' ').append(key.kind()).append(' ');
      text.append(key.nativeId().length()).append(' ').append(key.nativeId()).append(' ');
      text.append(hashes.get(at++).hex()).append('\n');
    }
    return Hash.ofText(text.toString());
  }

  /** A stored picture: its id, and how many rows it took. */
  record Inserted(long id, int rows) {}

  static Inserted insert(
      Connection connection, Tenant tenant, Snapshot snapshot, List<Hash> hashes, Hash hash)
      throws SQLException {
    var contents = snapshot.objects().values().stream().map(NativeObject::content).toList();
    int written = NativeContents.store(connection, tenant, contents, hashes);
    long id;
    try (PreparedStatement insert =
            Sql.statement(
                connection,
                "insert into snapshot (tenant, gateway, taken_at, hash, objects)"
                    + " values (?, ?, ?, ?, ?) returning id",
                tenant.value(),
                snapshot.gateway().value(),
                snapshot.takenAt(),
                hash.hex(),
                snapshot.objects().size());
        ResultSet row = insert.executeQuery()) {
      row.next();
      id = row.getLong(1);
    }
    var kinds = new ArrayList<String>();
    var ids = new ArrayList<String>();
    for (ObjectKey key : snapshot.objects().keySet()) {
      kinds.add(key.kind());
      ids.add(key.nativeId());
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
              hashes.stream().map(Hash::hex).toList());
    }
    return new Inserted(id, written + 1);
  }

  /** Forgets the oldest pictures of the gateway; never its view. */
  static void prune(Connection connection, Tenant tenant, GatewayId gateway) throws SQLException {
    Sql.update(
        connection,
        "delete from snapshot s where s.tenant = ? and s.gateway = ?"
            + " and s.id not in (select n.id from snapshot n where n.tenant = ?"
            + " and n.gateway = ? order by n.id desc limit ?)"
            + " and not exists (select 1 from gateway_read r where r.snapshot = s.id)",
        tenant.value(),
        gateway.value(),
        tenant.value(),
        gateway.value(),
        KEPT);
  }

  /** The view's objects by their hashes. */
  static SortedMap<ObjectKey, String> hashes(
      Connection connection, Tenant tenant, GatewayId gateway) throws SQLException {
    try (PreparedStatement select =
            Sql.statement(
                connection,
                "select o.kind, o.native_id, o.hash from gateway_read r"
                    + " join snapshot_object o on o.snapshot = r.snapshot"
                    + " where r.tenant = ? and r.gateway = ?",
                tenant.value(),
                gateway.value());
        ResultSet row = select.executeQuery()) {
      var hashes = new TreeMap<ObjectKey, String>();
      while (row.next()) {
        hashes.put(new ObjectKey(row.getString(1), row.getString(2)), row.getString(3));
      }
      return hashes;
    }
  }

  /** The view of the gateway. */
  static Optional<Snapshot> latest(Connection connection, Tenant tenant, GatewayId gateway)
      throws SQLException {
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
        takenAt = Optional.of(ReadRows.instant(row, "complete_at"));
        String kind = row.getString("kind");
        if (kind != null) {
          var key = new ObjectKey(kind, row.getString("native_id"));
          Content content = NativeContents.read(row.getString("form"), row.getString("body"));
          objects.put(key, NativeObject.foreign(key, content));
        }
      }
      return takenAt.map(at -> new Snapshot(gateway, at, objects, new Completeness.Complete()));
    }
  }
}
