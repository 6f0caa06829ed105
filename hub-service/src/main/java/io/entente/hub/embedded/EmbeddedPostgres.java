package io.entente.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL of real binaries on a free loopback port; its data stays in its directory. What it
 * committed survives the death of this process, and of PostgreSQL itself.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
  private final PostgresPassword password;

  private EmbeddedPostgres(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, PostgresPassword password) {
    this.server = server;
    this.password = password;
  }

  /** Starts over {@code directory}; stops a server that a killed hub left behind there. Blocks. */
  public static EmbeddedPostgres start(Path directory) {
    try {
      Files.createDirectories(directory);
      Path data = directory.resolve("data");
      OrphanedPostgres.stop(data);
      var password = PostgresPassword.of(directory);
      var server =
          io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
              // Its own hook would stop the database before the hub is down.
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "60")
              .setServerConfig("shared_buffers", "32MB")
              .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
              .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
              .setConnectConfig("password", password.value())
              .start();
      password.enforce(data, server.getPostgresDatabase());
      return new EmbeddedPostgres(server, password);
    } catch (IOException | SQLException | IllegalStateException e) {
      throw new IllegalStateException(
          "PostgreSQL did not start in "
              + directory
              + " ("
              + Causes.innermost(e)
              + "); set QUARKUS_DATASOURCE_JDBC_URL to use one of yours",
          e);
    }
  }

  /** Settings that point the hub at this server. */
  public Map<String, String> settings() {
    String address = "127.0.0.1:" + server.getPort() + "/postgres";
    return Map.of(
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://" + address,
        "quarkus.datasource.reactive.url",
        "postgresql://" + address,
        "quarkus.datasource.username",
        "postgres",
        "quarkus.datasource.password",
        password.value());
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warnf("PostgreSQL did not stop cleanly: %s", Causes.innermost(e));
    }
  }
}
