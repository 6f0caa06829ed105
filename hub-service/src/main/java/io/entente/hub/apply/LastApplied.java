package io.entente.hub.apply;

import io.entente.hub.estate.Estate;
import io.entente.hub.plan.ObjectCodec;
import io.entente.hub.plan.Sql;
import io.entente.hub.plan.StoredTree;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What we applied last to each gateway, with the claims of then. Blocks. */
@Singleton
public final class LastApplied {

  private final Tenant tenant;

  public LastApplied(Estate estate) {
    this.tenant = estate.tenant();
  }

  public SortedMap<ObjectKey, NativeObject> of(Connection connection, GatewayId gateway)
      throws SQLException {
    var found = new TreeMap<ObjectKey, NativeObject>();
    Sql.query(
            connection,
            "select object from last_applied where tenant = ? and gateway = ?",
            row -> ObjectCodec.read(StoredTree.read(row.getString(1))),
            tenant.value(),
            gateway.value())
        .forEach(object -> found.put(object.key(), object));
    return found;
  }

  /** Records that a step on {@code key} landed; without {@code ours} it is no longer ours. */
  public void landed(
      Connection connection, GatewayId gateway, ObjectKey key, Optional<NativeObject> ours)
      throws SQLException {
    if (ours.isPresent()) {
      put(connection, gateway, ours.get());
    } else {
      remove(connection, gateway, key);
    }
  }

  /**
   * Makes {@code objects} all that is ours. Only after the gateway was seen to hold them: a new
   * version of a document with the same effect changes claims and no object.
   */
  public void replaceAll(
      Connection connection, GatewayId gateway, SortedMap<ObjectKey, NativeObject> objects)
      throws SQLException {
    for (ObjectKey key : of(connection, gateway).keySet()) {
      if (!objects.containsKey(key)) {
        remove(connection, gateway, key);
      }
    }
    for (NativeObject object : objects.values()) {
      put(connection, gateway, object);
    }
  }

  private void put(Connection connection, GatewayId gateway, NativeObject object)
      throws SQLException {
    Sql.update(
        connection,
        "insert into last_applied (tenant, gateway, kind, native_id, object)"
            + " values (?, ?, ?, ?, ?) on conflict (tenant, gateway, kind, native_id)"
            + " do update set object = excluded.object",
        tenant.value(),
        gateway.value(),
        object.key().kind(),
        object.key().nativeId(),
        io.entente.json.StoredTree.write(ObjectCodec.write(object)));
  }

  private void remove(Connection connection, GatewayId gateway, ObjectKey key) throws SQLException {
    Sql.update(
        connection,
        "delete from last_applied where tenant = ? and gateway = ? and kind = ? and native_id = ?",
        tenant.value(),
        gateway.value(),
        key.kind(),
        key.nativeId());
  }
}
