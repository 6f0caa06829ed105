package io.entente.hub.estate;

import io.entente.connector.envoy.ResourceStore;
import io.entente.connector.envoy.StoredResources;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What the hub serves over xDS, in PostgreSQL. A put writes only what differs; what held before
 * stays in rows closed by {@code to_version}.
 */
@ApplicationScoped
public class PgResourceStore implements ResourceStore {
  private final DataSource database;
  private final Tenant tenant;

  public PgResourceStore(DataSource database, Tenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  @Override
  public StoredResources current(GatewayId gateway) {
    return Sql.inTransaction(
        database,
        "read the resources of gateway " + gateway,
        connection -> {
          // One statement: version and rows must be of one moment.
          try (PreparedStatement select =
                  Sql.statement(
                      connection,
                      "select s.version, r.kind, r.native_id, c.form, c.body"
                          + " from resource_set s left join native_resource r"
                          + " on r.tenant = s.tenant and r.gateway = s.gateway"
                          + " and r.to_version is null"
                          + " left join native_content c"
                          + " on c.tenant = r.tenant and c.hash = r.hash"
                          + " where s.tenant = ? and s.gateway = ?",
                      tenant.value(),
                      gateway.value());
              ResultSet row = select.executeQuery()) {
            long version = 0;
            var resources = new TreeMap<ObjectKey, Node>();
            while (row.next()) {
              version = row.getLong("version");
              String kind = row.getString("kind");
              if (kind != null) {
                resources.put(
                    new ObjectKey(kind, row.getString("native_id")),
                    ((Content.Tree)
                            NativeContents.read(row.getString("form"), row.getString("body")))
                        .root());
              }
            }
            return new StoredResources(version, resources);
          }
        });
  }

  @Override
  public Optional<StoredResources> put(
      GatewayId gateway, long expectedVersion, SortedMap<ObjectKey, Node> resources) {
    var wanted = new TreeMap<ObjectKey, Content>();
    resources.forEach((key, node) -> wanted.put(key, new Content.Tree(node)));
    return Sql.inTransaction(
        database,
        "write the resources of gateway " + gateway,
        connection -> {
          if (!advance(connection, gateway, expectedVersion)) {
            return Optional.empty();
          }
          long version = expectedVersion + 1;
          NativeContents.store(connection, tenant, wanted.values());
          write(connection, gateway, version, wanted);
          return Optional.of(new StoredResources(version, resources));
        });
  }

  private boolean advance(Connection connection, GatewayId gateway, long expected)
      throws SQLException {
    if (expected == 0) {
      return Sql.update(
              connection,
              "insert into resource_set (tenant, gateway, version, changed_at)"
                  + " values (?, ?, 1, ?) on conflict do nothing",
              tenant.value(),
              gateway.value(),
              Instant.now())
          == 1;
    }
    return Sql.update(
            connection,
            "update resource_set set version = version + 1, changed_at = ?"
                + " where tenant = ? and gateway = ? and version = ?",
            Instant.now(),
            tenant.value(),
            gateway.value(),
            expected)
        == 1;
  }

  private void write(
      Connection connection, GatewayId gateway, long version, SortedMap<ObjectKey, Content> wanted)
      throws SQLException {
    List<String> kinds = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (ObjectKey key : wanted.keySet()) {
      kinds.add(key.kind());
      ids.add(key.nativeId());
    }
    List<String> hashes =
        wanted.values().stream().map(c -> c.hash().hex()).collect(Collectors.toList());
    Sql.update(
        connection,
        "update native_resource r set to_version = ?"
            + " where r.tenant = ? and r.gateway = ? and r.to_version is null"
            + " and not exists (select from unnest(?, ?, ?) as w (kind, native_id, hash)"
            + " where w.kind = r.kind and w.native_id = r.native_id and w.hash = r.hash)",
        version,
        tenant.value(),
        gateway.value(),
        kinds,
        ids,
        hashes);
    Sql.update(
        connection,
        "insert into native_resource (tenant, gateway, kind, native_id, from_version, hash)"
            + " select ?, ?, w.kind, w.native_id, ?, w.hash"
            + " from unnest(?, ?, ?) as w (kind, native_id, hash)"
            + " where not exists (select from native_resource r where r.tenant = ?"
            + " and r.gateway = ? and r.to_version is null"
            + " and r.kind = w.kind and r.native_id = w.native_id)",
        tenant.value(),
        gateway.value(),
        version,
        kinds,
        ids,
        hashes,
        tenant.value(),
        gateway.value());
  }
}
