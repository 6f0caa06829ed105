package io.entente.hub.estate;

import io.entente.connector.spi.Blobs;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Hash;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Bytes of files in PostgreSQL, by tenant and hash. Blocks. */
@ApplicationScoped
public class BlobStore implements Blobs {
  /** The largest file that is kept, in bytes. */
  public static final int LARGEST = 16 << 20;

  /** What was kept within this time is not marked again; well below {@link BlobSweep}'s grace. */
  private static final Duration FRESH = Duration.ofHours(6);

  private static final int BATCH_BYTES = 8 << 20;

  private final DataSource database;
  private final Tenant tenant;

  public BlobStore(DataSource database, Tenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  /**
   * Keeps them in a transaction of their own, or in the one that runs.
   *
   * @throws ProblemException BLOB_TOO_LARGE; nothing was kept then
   */
  @Override
  public void keep(Collection<Blob> blobs) {
    if (!blobs.isEmpty()) {
      Sql.inTransaction(
          database,
          "keep files",
          connection -> {
            keep(connection, blobs);
            return true;
          });
    }
  }

  /** Keeps them in the connection's own transaction. */
  public void keep(Connection connection, Collection<Blob> blobs) throws SQLException {
    var wanted = new TreeMap<String, Blob>();
    for (Blob blob : blobs) {
      requireSmall(blob);
      wanted.put(blob.hash().hex(), blob);
    }
    wanted.keySet().removeAll(fresh(connection, wanted.keySet()));
    insert(connection, wanted);
  }

  /**
   * The bytes.
   *
   * @throws ProblemException BLOB_DAMAGED when what is stored is not what was kept
   */
  @Override
  public Optional<Blob> get(Hash hash) {
    Optional<Blob> found =
        Sql.inTransaction(database, "read a file", connection -> find(connection, hash));
    if (found.filter(blob -> !blob.hash().equals(hash)).isPresent()) {
      throw new ProblemException(
          Problem.internal(
              "BLOB_DAMAGED",
              "The stored bytes of file " + hash.hex() + " have another hash.",
              "Restore the hub's database from a backup, then refresh the gateway."));
    }
    return found;
  }

  /** How many bytes each has; one that was never kept is absent. */
  Map<Hash, Integer> sizes(Collection<Hash> hashes) {
    var sizes = new HashMap<Hash, Integer>();
    return Sql.inTransaction(
        database,
        "measure files",
        connection -> {
          try (PreparedStatement select =
                  Sql.statement(
                      connection,
                      "select hash, octet_length(bytes) from blob where tenant = ?"
                          + " and hash = any(?)",
                      tenant.value(),
                      hashes.stream().map(Hash::hex).distinct().toList());
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              sizes.put(new Hash(row.getString(1)), row.getInt(2));
            }
          }
          return sizes;
        });
  }

  private Optional<Blob> find(Connection connection, Hash hash) throws SQLException {
    try (PreparedStatement select =
            Sql.statement(
                connection,
                "select bytes from blob where tenant = ? and hash = ?",
                tenant.value(),
                hash.hex());
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(Blob.of(row.getBytes(1))) : Optional.empty();
    }
  }

  private Set<String> fresh(Connection connection, Collection<String> hashes) throws SQLException {
    var found = new HashSet<String>();
    try (PreparedStatement select =
            Sql.statement(
                connection,
                "select hash from blob where tenant = ? and hash = any(?) and kept_at > ?",
                tenant.value(),
                List.copyOf(hashes),
                Instant.now().minus(FRESH));
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    return found;
  }

  // In order of hash, so that two who keep the same files cannot wait for each other.
  private void insert(Connection connection, SortedMap<String, Blob> blobs) throws SQLException {
    var batch = new ArrayList<Blob>();
    int bytes = 0;
    for (Blob blob : blobs.values()) {
      batch.add(blob);
      bytes += blob.size();
      if (bytes >= BATCH_BYTES) {
        send(connection, batch);
        batch.clear();
        bytes = 0;
      }
    }
    send(connection, batch);
  }

  private void send(Connection connection, List<Blob> batch) throws SQLException {
    if (batch.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into blob (tenant, hash, bytes, kept_at) values (?, ?, ?, now())"
                + " on conflict (tenant, hash) do update set kept_at = excluded.kept_at")) {
      for (Blob blob : batch) {
        insert.setString(1, tenant.value());
        insert.setString(2, blob.hash().hex());
        insert.setBytes(3, blob.bytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void requireSmall(Blob blob) {
    if (blob.size() > LARGEST) {
      throw new ProblemException(
          Problem.vendor(
              "BLOB_TOO_LARGE",
              "A file of " + blob.size() + " bytes is larger than " + LARGEST + ".",
              blob.hash().hex(),
              "Make the file smaller on the gateway, or only observe this gateway."));
    }
  }
}
