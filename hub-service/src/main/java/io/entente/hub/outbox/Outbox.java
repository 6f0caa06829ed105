package io.entente.hub.outbox;

import io.entente.model.identity.Tenant;
import io.entente.model.tree.CanonicalText;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Keeps events in the transaction of the state they tell of, until {@link OutboxRelay} sent them.
 */
@ApplicationScoped
public class Outbox {
  private static final String COLUMNS =
      "insert into outbox (event_id, tenant, topic, key, type, subject, payload, created_at) ";

  private final DataSource database;
  private final Tenant tenant;

  public Outbox(DataSource database, Tenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  /** Keeps the event in the running JTA transaction, or at once where there is none. Blocks. */
  public void record(OutboxEvent event) {
    try (Connection connection = database.getConnection()) {
      record(connection, event);
    } catch (SQLException e) {
      throw new IllegalStateException("could not keep event " + event.type(), e);
    }
  }

  /** Keeps the event in the connection's own transaction. Blocks. */
  public void record(Connection connection, OutboxEvent event) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            COLUMNS + "values (cast(? as uuid), ?, ?, ?, ?, ?, ?, now())")) {
      int at = 1;
      for (String value : values(event)) {
        insert.setString(at++, value);
      }
      insert.executeUpdate();
    }
  }

  /** Keeps the event in the ambient Hibernate Reactive transaction. */
  public Uni<Void> recordReactive(OutboxEvent event) {
    return Panache.getSession()
        .chain(
            session -> {
              var query =
                  session.createNativeQuery(
                      COLUMNS + "values (cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6, ?7, now())");
              int at = 1;
              for (String value : values(event)) {
                query.setParameter(at++, value);
              }
              return query.executeUpdate();
            })
        .replaceWithVoid();
  }

  private List<String> values(OutboxEvent event) {
    return List.of(
        UUID.randomUUID().toString(),
        tenant.value(),
        event.topic(),
        event.key(),
        event.type(),
        event.subject(),
        CanonicalText.of(event.payload()));
  }
}
