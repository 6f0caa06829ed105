package io.entente.hub.traffic.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;

/** Answers questions, each on a connection of its own, a few at a time. */
final class DuckDbQueries implements Questions {

  private static final int AT_ONCE = 4;
  private final DuckDBConnection root;
  private final Semaphore permits = new Semaphore(AT_ONCE, true);

  DuckDbQueries(DuckDBConnection root) {
    this.root = root;
  }

  @Override
  public <T> T answer(Question<T> question) {
    acquire();
    try (Connection connection = root.duplicate()) {
      connection.setAutoCommit(false);
      T answer = question.ask(new Answers(connection, CountedAhead::source));
      connection.commit();
      return answer;
    } catch (SQLException e) {
      throw StoreProblems.failed("answering a question", e);
    } finally {
      permits.release();
    }
  }

  private void acquire() {
    try {
      if (!permits.tryAcquire(Answers.SECONDS, TimeUnit.SECONDS)) {
        throw StoreProblems.busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreProblems.busy();
    }
  }
}
