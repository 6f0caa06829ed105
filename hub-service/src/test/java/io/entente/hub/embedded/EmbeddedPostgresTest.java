package io.entente.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  @Test
  void keepsItsDataAcrossRestarts(@TempDir Path folder) throws SQLException {
    // Given
    try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
      execute(first, "create table kept (n int); insert into kept values (42)");
    }
    // When
    try (EmbeddedPostgres second = EmbeddedPostgres.start(folder)) {
      // Then
      assertThat(number(second, "select n from kept")).isEqualTo(42);
    }
  }

  @Test
  void takesOverFromAServerThatAKilledHubLeftBehind(@TempDir Path folder) throws Exception {
    // Given
    startAndKill(folder);
    // When
    try (EmbeddedPostgres next = EmbeddedPostgres.start(folder)) {
      // Then
      assertThat(number(next, "select n from kept")).isEqualTo(7);
    }
  }

  @Test
  void waitsForNobodyWhoIsStillConnectedToSuchAServer(@TempDir Path folder) throws Exception {
    // Given: somebody else looks into the database and stays
    String address = startAndKill(folder);
    String password = Files.readString(folder.resolve("password")).strip();
    try (Connection somebody = DriverManager.getConnection(address, "postgres", password)) {
      // When
      try (EmbeddedPostgres next = EmbeddedPostgres.start(folder)) {
        // Then
        assertThat(number(next, "select n from kept")).isEqualTo(7);
      }
      assertThat(somebody.isValid(1)).isFalse();
    }
  }

  /** Kills a process that started a server; where that server is reached. */
  private static String startAndKill(Path folder) throws Exception {
    Process hub =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = hub.inputReader()) {
      return out.lines().filter(line -> line.startsWith("jdbc:")).findFirst().orElseThrow();
    } finally {
      hub.destroyForcibly().waitFor();
    }
  }

  /** A hub's life cut short: starts a server, writes, says where, and waits to be killed. */
  static final class Killed {

    public static void main(String[] args) throws Exception {
      EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(args[0]));
      execute(server, "create table kept (n int); insert into kept values (7)");
      System.out.println(server.settings().get("quarkus.datasource.jdbc.url"));
      new CountDownLatch(1).await();
    }
  }

  @Test
  void writesAreDurable(@TempDir Path folder) throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(text(server, "show fsync")).isEqualTo("on");
      assertThat(text(server, "show synchronous_commit")).isEqualTo("on");
      assertThat(text(server, "show listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void takesNobodyInWithoutThePassword(@TempDir Path folder) throws Exception {
    // Given
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      String url = server.settings().get("quarkus.datasource.jdbc.url");
      // Then
      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int number(EmbeddedPostgres server, String sql) throws SQLException {
    return Integer.parseInt(text(server, sql));
  }

  private static String text(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres server) throws SQLException {
    return DriverManager.getConnection(
        server.settings().get("quarkus.datasource.jdbc.url"),
        "postgres",
        server.settings().get("quarkus.datasource.password"));
  }
}
