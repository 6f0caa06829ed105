package io.entente.hub.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs JDBC work in one transaction. Blocks; call on worker threads only. */
@ApplicationScoped
public class Transactions {

  private final DataSource database;

  public Transactions(DataSource database) {
    this.database = database;
  }

  /** Work on one connection. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Work without a result. */
  @FunctionalInterface
  public interface Action {
    void with(Connection connection) throws SQLException;
  }

  /** Commits what {@code work} did, or rolls all of it back and throws. */
  public <T> T call(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.with(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused the work", e);
    }
  }

  public void run(Action action) {
    call(
        connection -> {
          action.with(connection);
          return Boolean.TRUE;
        });
  }
}
