package io.entente.hub.traffic.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;

/** Answers questions, each on a connection of its own, a few at a time. */
final class DuckDbQueries implements Questions {

  private static final int AT_ONCE = 4;
  // Beyond it, reading everything is quicker than reading many pieces.
  private static final int MOST_GAPS = 16;

  /** Asks on one connection. */
  @FunctionalInterface
  private interface Question<T> {
    List<T> ask(Connection connection) throws SQLException;
  }

  private final DuckDBConnection root;
  private final Semaphore permits = new Semaphore(AT_ONCE, true);

  DuckDbQueries(DuckDBConnection root) {
    this.root = root;
  }

  @Override
  public <T> List<T> list(String sql, List<Object> parameters, Row<T> row) {
    return ask(connection -> Answers.list(connection, sql, parameters, row));
  }

  /** Counts from a roll-up where one serves the question, from one state of the store. */
  @Override
  public <T> List<T> counted(
      TrafficQuery query,
      boolean grouped,
      boolean series,
      Function<CountsSql.Source, CountsSql> statement,
      Row<T> row) {
    return ask(
        connection -> {
          connection.setAutoCommit(false);
          var sql = statement.apply(source(connection, query, grouped, series));
          var answers = Answers.list(connection, sql.text(), sql.parameters(), row);
          connection.commit();
          return answers;
        });
  }

  private static CountsSql.Source source(
      Connection connection, TrafficQuery query, boolean grouped, boolean series)
      throws SQLException {
    long step = series ? query.step().toNanos() / 1000 : 0;
    var rollUp = RollUp.asked(query, grouped).flatMap(columns -> RollUp.serving(columns, step));
    if (rollUp.isEmpty()) {
      return CountsSql.Source.events(query);
    }
    long from = StoredEvent.micros(query.from());
    long to = StoredEvent.micros(query.to());
    var units =
        Answers.list(
            connection,
            "SELECT start_us FROM rollup_done WHERE rollup = ? AND start_us BETWEEN ? AND ?",
            List.of(rollUp.get().name(), from, to),
            r -> r.getLong(1));
    var time = TimeParts.of(from, to, rollUp.get().unitMicros(), new TreeSet<>(units));
    return time.rolled().isEmpty() || time.raw().size() > MOST_GAPS
        ? CountsSql.Source.events(query)
        : new CountsSql.Source(rollUp, time);
  }

  private <T> List<T> ask(Question<T> question) {
    acquire();
    try (var connection = root.duplicate()) {
      return question.ask(connection);
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
