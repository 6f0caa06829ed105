package io.entente.hub.audit;

import io.entente.model.identity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads and verifies the tenant's chain. Blocks. */
@ApplicationScoped
public class AuditStore {
  private static final int PAGE = 1000;

  private final DataSource database;
  private final Tenant tenant;

  public AuditStore(DataSource database, Tenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  /** At most {@code limit} records older than number {@code before}, newest first. */
  public List<AuditRecord> page(long before, int limit) {
    return page(AuditFilter.ALL, before, limit);
  }

  /** The same of those that {@code filter} asks for. */
  List<AuditRecord> page(AuditFilter filter, long before, int limit) {
    return query(
        "(? = '' or actor = ?) and strpos(lower(action), lower(?)) > 0"
            + " and strpos(lower(subject), lower(?)) > 0 and at >= ? and at < ?"
            + " and seq < ? order by seq desc limit ?",
        filter.actor(),
        filter.actor(),
        filter.action(),
        filter.subject(),
        filter.from().atOffset(ZoneOffset.UTC),
        filter.to().atOffset(ZoneOffset.UTC),
        before,
        limit);
  }

  /** Recomputes every hash from the columns, from the first record to the head. */
  public AuditVerdict verify() {
    // The head is read first: records appended meanwhile must not look like a broken chain.
    Head head = head();
    long seq = 0;
    String hash = AuditRecord.NO_HASH;
    while (seq < head.seq()) {
      List<AuditRecord> page = query("seq > ? order by seq limit ?", seq, PAGE);
      for (AuditRecord record : page) {
        if (record.seq() != seq + 1) {
          return AuditVerdict.broken(seq, seq + 1, "the record is missing");
        }
        if (!record.previousHash().equals(hash)) {
          return AuditVerdict.broken(seq, record.seq(), "it does not follow the record before it");
        }
        if (!record.hash().equals(record.expectedHash())) {
          return AuditVerdict.broken(seq, record.seq(), "its content was changed");
        }
        seq = record.seq();
        hash = record.hash();
        if (seq == head.seq()) {
          break;
        }
      }
      if (page.isEmpty()) {
        return AuditVerdict.broken(seq, seq + 1, "the record is missing");
      }
    }
    return hash.equals(head.hash())
        ? AuditVerdict.whole(seq)
        : AuditVerdict.broken(seq, seq, "the end of the chain is not the one last written");
  }

  private record Head(long seq, String hash) {}

  private Head head() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select coalesce(max(h.seq), 0), coalesce(max(h.hash), ?), "
                    + "(select coalesce(max(seq), 0) from audit_record where tenant = ?) "
                    + "from audit_head h where tenant = ?")) {
      select.setString(1, AuditRecord.NO_HASH);
      select.setString(2, tenant.value());
      select.setString(3, tenant.value());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        // Records without a head mean that the head was removed: go by the records then.
        return new Head(Math.max(row.getLong(1), row.getLong(3)), row.getString(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("could not read the head of the audit chain", e);
    }
  }

  private List<AuditRecord> query(String rest, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select seq, at, actor, action, subject, detail, previous_hash, hash"
                    + " from audit_record where tenant = ? and "
                    + rest)) {
      select.setString(1, tenant.value());
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 2, values[i]);
      }
      var found = new ArrayList<AuditRecord>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new AuditRecord(
                  row.getLong(1),
                  row.getObject(2, OffsetDateTime.class).toInstant(),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("could not read the audit chain", e);
    }
  }
}
