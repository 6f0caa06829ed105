package io.entente.hub.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A hub that has long known a few objects meets a large estate on the same connection. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class GrowingEstateTest {
  private static final Tenant TENANT = new Tenant("main");
  private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z");
  private static final int MANY = 12_000;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @Test
  void aLargeEstateIsKeptAsFastAfterASmallOneAsBeforeIt() throws Exception {
    // Given
    long fresh = nanosOfLarge("fresh", 0);
    // When
    long grown = nanosOfLarge("grown", 10);
    // Then
    assertThat((double) grown / fresh).as("grown : fresh").isLessThan(4);
  }

  /** How long one large picture takes to keep after some small ones, in tables of their own. */
  private long nanosOfLarge(String schema, int small) throws SQLException, IOException {
    try (var database = oneConnection(schema)) {
      try (var connection = database.getConnection();
          var statement = connection.createStatement();
          var tables = getClass().getResourceAsStream("/db/migration/V13__native.sql")) {
        statement.execute("create schema " + schema);
        statement.execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
      }
      var store = new SnapshotStore(database);
      for (int i = 1; i <= small; i++) {
        counted(database);
        store.keep(TENANT, snapshot(i));
      }
      long start = System.nanoTime();
      store.keep(TENANT, snapshot(MANY));
      return System.nanoTime() - start;
    }
  }

  /** What the database does by itself within a minute. */
  private static void counted(AgroalDataSource database) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("analyze native_content");
    }
  }

  private AgroalDataSource oneConnection(String schema) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(1)
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(url + "?currentSchema=" + schema)
                                    .principal(new NamePrincipal(user))
                                    .credential(new SimplePassword(password)))));
  }

  private static Snapshot snapshot(int objects) {
    var byKey = new TreeMap<ObjectKey, NativeObject>();
    for (int i = 0; i < objects; i++) {
      var key = new ObjectKey("cluster", "c" + i);
      var content = new Content.Tree(Node.obj(Map.of("name", Node.text("c" + i))));
      byKey.put(key, NativeObject.foreign(key, content));
    }
    return new Snapshot(new GatewayId("grows"), BEGAN, byKey, new Completeness.Complete());
  }
}
