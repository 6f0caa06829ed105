package io.entente.bench.kong;

import io.entente.hub.embedded.EmbeddedPostgres;
import io.entente.hub.estate.SnapshotStore;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Keeps what was read in the hub's own store, on a PostgreSQL of its own. */
final class Polling implements AutoCloseable {

  private static final Tenant TENANT = new Tenant("main");

  private final EmbeddedPostgres postgres;
  private final SnapshotStore store;

  private Polling(EmbeddedPostgres postgres, SnapshotStore store) {
    this.postgres = postgres;
    this.store = store;
  }

  static Polling start() throws IOException {
    Path folder = Files.createTempDirectory("bench-polling");
    var postgres = EmbeddedPostgres.start(folder);
    var settings = postgres.settings();
    var database = new PGSimpleDataSource();
    database.setUrl(settings.get("quarkus.datasource.jdbc.url"));
    database.setUser(settings.get("quarkus.datasource.username"));
    database.setPassword(settings.get("quarkus.datasource.password"));
    Flyway.configure().dataSource(database).load().migrate();
    return new Polling(postgres, new SnapshotStore(database));
  }

  /**
   * Keeps one complete read.
   *
   * @return rows written
   */
  int keep(List<NativeObject> objects) {
    var byKey = new TreeMap<ObjectKey, NativeObject>();
    objects.forEach(object -> byKey.put(object.key(), object));
    return store.keep(
        TENANT,
        new Snapshot(
            new GatewayId("bench"), Instant.now(), byKey, new Completeness.Complete()));
  }

  @Override
  public void close() {
    postgres.close();
  }
}
