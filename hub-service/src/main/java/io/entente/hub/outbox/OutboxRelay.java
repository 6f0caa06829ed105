package io.entente.hub.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Sends kept events to Kafka in the order they were kept and forgets each only after the brokers
 * have it. An event may arrive twice (same {@code ce_id}) when the hub dies between the two.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int BATCH = 500;
  private static final long LOCK = 0x656e74656e7465L;

  private final DataSource database;
  private final OutboxSender sender;

  public OutboxRelay(DataSource database, OutboxSender sender) {
    this.database = database;
    this.sender = sender;
  }

  @Scheduled(every = "${entente.outbox.interval}", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      while (relay() == BATCH) {
        LOG.debugf("the outbox holds more than %d events", BATCH);
      }
    } catch (RuntimeException e) {
      LOG.warnf("events stay in the outbox and are tried again: %s", e.getMessage());
    }
  }

  /** Sends one batch and returns how many events the brokers took. Blocks. */
  int relay() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                return locked(connection) ? send(connection) : 0;
              }
            });
  }

  // One relay at a time over all replicas, or the order would be lost.
  private static boolean locked(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private int send(Connection connection) throws SQLException {
    List<KeptEvent> kept = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, event_id, tenant, topic, key, type, subject, payload, created_at"
                + " from outbox order by id limit "
                + BATCH)) {
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          kept.add(
              new KeptEvent(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8),
                  row.getObject(9, OffsetDateTime.class).toInstant()));
        }
      }
    }
    if (kept.isEmpty()) {
      return 0;
    }
    int taken = sender.send(kept);
    try (PreparedStatement delete =
        connection.prepareStatement("delete from outbox where id = any (?)")) {
      Object[] ids = kept.stream().limit(taken).map(KeptEvent::id).toArray();
      delete.setArray(1, connection.createArrayOf("bigint", ids));
      delete.executeUpdate();
    }
    return taken;
  }
}
