package io.entente.hub.audit;

import io.entente.model.identity.Tenant;
import io.entente.model.tree.CanonicalText;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

/**
 * Appends to the tenant's chain. A record that cannot be written is an exception: the caller must
 * not go on with what it wanted recorded.
 */
@ApplicationScoped
public class Audit {
  private static final String APPEND = "select audit_append(?, ?, ?, ?, ?, ?, ?)";

  private final DataSource database;
  private final Tenant tenant;

  public Audit(DataSource database, Tenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  /**
   * Records in the running JTA transaction, or durably at once where there is none. Blocks.
   *
   * @return the record's number
   */
  public long record(AuditEntry entry) {
    try (Connection connection = database.getConnection()) {
      return record(connection, entry);
    } catch (SQLException e) {
      throw new IllegalStateException("could not record " + entry.action() + " in the audit", e);
    }
  }

  /** Records in the connection's own transaction. Blocks. */
  public long record(Connection connection, AuditEntry entry) throws SQLException {
    try (PreparedStatement append = connection.prepareStatement(APPEND)) {
      int at = 1;
      for (String value : values(entry)) {
        append.setString(at++, value);
      }
      try (var row = append.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Records in the ambient Hibernate Reactive transaction. */
  public Uni<Void> recordReactive(AuditEntry entry) {
    return Panache.getSession()
        .chain(
            session -> {
              var query =
                  session.createNativeQuery(
                      "select audit_append(?1, ?2, ?3, ?4, ?5, ?6, ?7)", Long.class);
              int at = 1;
              for (String value : values(entry)) {
                query.setParameter(at++, value);
              }
              return query.getSingleResult();
            })
        .replaceWithVoid();
  }

  private List<String> values(AuditEntry entry) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    String detail = CanonicalText.of(entry.detail());
    return List.of(
        tenant.value(),
        now.toString(),
        entry.actor(),
        entry.action(),
        entry.subject(),
        detail,
        AuditRecord.canonical(now, entry.actor(), entry.action(), entry.subject(), detail));
  }
}
