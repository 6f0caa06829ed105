package io.entente.hub.traffic.store;

import com.clickhouse.jdbc.Driver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A few connections, one for each question at a time. Nothing is counted ahead. */
final class ClickHouseQueries implements Questions, AutoCloseable {

  private static final int AT_ONCE = 4;

  private final List<Connection> all = new ArrayList<>();
  private final BlockingQueue<Connection> free = new ArrayBlockingQueue<>(AT_ONCE);

  ClickHouseQueries(ClickHouseSettings settings) throws SQLException {
    for (int i = 0; i < AT_ONCE; i++) {
      var connection = connect(settings);
      all.add(connection);
      free.add(connection);
    }
  }

  static Connection connect(ClickHouseSettings settings) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("compress", "false");
    // A column that others declare without more may be absent, and a name means the column first:
    // as standard SQL has both.
    properties.setProperty("clickhouse_setting_data_type_default_nullable", "1");
    properties.setProperty("clickhouse_setting_prefer_column_name_to_alias", "1");
    // What is sent is there when the answer comes.
    properties.setProperty("clickhouse_setting_async_insert", "0");
    properties.setProperty("clickhouse_setting_mutations_sync", "1");
    return new Driver()
        .connect("jdbc:clickhouse:" + settings.server() + "/" + settings.database(), properties);
  }

  @Override
  public <T> T answer(Question<T> question) {
    var connection = take();
    try {
      return question.ask(
          new Answers(
              connection, (answers, query, grouped, series) -> CountsSql.Source.events(query)));
    } catch (SQLException e) {
      throw StoreProblems.failed("answering a question", e);
    } finally {
      free.add(connection);
    }
  }

  private Connection take() {
    try {
      var connection = free.poll(Answers.SECONDS, TimeUnit.SECONDS);
      if (connection == null) {
        throw StoreProblems.busy();
      }
      return connection;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreProblems.busy();
    }
  }

  @Override
  public void close() throws SQLException {
    for (var connection : all) {
      connection.close();
    }
  }
}
