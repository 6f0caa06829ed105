package io.entente.hub.estate;

import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Pictures of gateways. Only a complete read becomes the view; a partial or failed one is noted and
 * changes nothing that is shown. Blocks.
 */
@ApplicationScoped
public class SnapshotStore {
  private final DataSource database;
  private final Map<Read, Known> known = new ConcurrentHashMap<>();

  public SnapshotStore(DataSource database) {
    this.database = database;
  }

  /** What was read: everything, or the kinds named. */
  private record Read(Tenant tenant, GatewayId gateway, Set<String> kinds) {}

  /** What that read found last, and the view that shows it. */
  private record Known(ReadMark mark, long snapshot) {}

  /**
   * Keeps the outcome of a read of everything.
   *
   * @return how many rows were written; 1 when a complete read found what was known
   */
  public int keep(Tenant tenant, Snapshot snapshot) {
    return Sql.inTransaction(
        database,
        "keep the snapshot of gateway " + snapshot.gateway(),
        connection -> {
          if (!snapshot.complete()) {
            return ReadRows.failed(connection, tenant, snapshot);
          }
          var read = new Read(tenant, snapshot.gateway(), Set.of());
          var mark = ReadMark.of(snapshot.objects().values());
          Instant at = snapshot.takenAt();
          var same = sameAgain(connection, read, mark, at, at);
          return same.isPresent() ? same.get() : show(connection, read, mark, snapshot, at);
        });
  }

  /**
   * Keeps the outcome of a read of some kinds: in the view they take the place of what it shows of
   * these kinds. Without a view, nothing is kept.
   *
   * @param part the objects of these kinds
   * @return how many rows were written; 1 when a complete read found what was known
   */
  public int keepPart(Tenant tenant, Snapshot part, Set<String> kinds) {
    return Sql.inTransaction(
        database,
        "keep a part of the snapshot of gateway " + part.gateway(),
        connection -> {
          Optional<Instant> wholeAt =
              ReadRows.last(connection, tenant, part.gateway()).flatMap(LastRead::viewTakenAt);
          if (wholeAt.isEmpty()) {
            return 0;
          }
          if (!part.complete()) {
            return ReadRows.failed(connection, tenant, part);
          }
          var read = new Read(tenant, part.gateway(), kinds);
          var mark = ReadMark.of(part.objects().values());
          var same = sameAgain(connection, read, mark, part.takenAt(), wholeAt.get());
          if (same.isPresent()) {
            return same.get();
          }
          var view = SnapshotRows.latest(connection, tenant, part.gateway()).orElseThrow();
          return show(connection, read, mark, joined(view, part, kinds), part.takenAt());
        });
  }

  /** The last complete picture; empty when the gateway was never read completely. */
  public Optional<Snapshot> latest(Tenant tenant, GatewayId gateway) {
    return Sql.inTransaction(
        database,
        "read the snapshot of gateway " + gateway,
        connection -> SnapshotRows.latest(connection, tenant, gateway));
  }

  /** Names the last complete picture: the same number, the same picture. Empty without one. */
  public OptionalLong view(Tenant tenant, GatewayId gateway) {
    return Sql.inTransaction(
        database,
        "read the view of gateway " + gateway,
        connection -> ReadRows.view(connection, tenant, gateway));
  }

  /** The keys and hashes of the last complete picture, without what the objects say; by key. */
  public SortedMap<ObjectKey, String> hashes(Tenant tenant, GatewayId gateway) {
    return Sql.inTransaction(
        database,
        "read the objects of gateway " + gateway,
        connection -> SnapshotRows.hashes(connection, tenant, gateway));
  }

  /** How the last read went; empty before the first. */
  public Optional<LastRead> lastRead(Tenant tenant, GatewayId gateway) {
    return Sql.inTransaction(
        database,
        "read the status of gateway " + gateway,
        connection -> ReadRows.last(connection, tenant, gateway));
  }

  /** Forgets all pictures of a gateway that was deleted. */
  public void forget(Tenant tenant, GatewayId gateway) {
    known.keySet().removeIf(r -> r.tenant().equals(tenant) && r.gateway().equals(gateway));
    Sql.inTransaction(
        database,
        "forget the snapshots of gateway " + gateway,
        connection -> {
          for (String table : List.of("gateway_read", "snapshot")) {
            Sql.update(
                connection,
                "delete from " + table + " where tenant = ? and gateway = ?",
                tenant.value(),
                gateway.value());
          }
          return true;
        });
  }

  /** The short way: the marks are equal and the view is still the one they belong to. */
  private Optional<Integer> sameAgain(
      Connection connection, Read read, ReadMark mark, Instant began, Instant completeAt)
      throws SQLException {
    var last = Optional.ofNullable(known.get(read)).filter(k -> k.mark().equals(mark));
    if (last.isEmpty()) {
      return Optional.empty();
    }
    int rows =
        ReadRows.sameAgain(
            connection, read.tenant(), read.gateway(), last.get().snapshot(), began, completeAt);
    return rows == 0 ? Optional.empty() : Optional.of(rows);
  }

  private int show(
      Connection connection, Read read, ReadMark mark, Snapshot snapshot, Instant began)
      throws SQLException {
    var hashes = SnapshotRows.hashes(snapshot.objects());
    var hash = SnapshotRows.hashOf(snapshot.objects(), hashes);
    Instant completeAt = snapshot.takenAt();
    OptionalLong view = ReadRows.viewWith(connection, read.tenant(), read.gateway(), hash.hex());
    if (view.isPresent()) {
      known.put(read, new Known(mark, view.getAsLong()));
      return ReadRows.sameAgain(
          connection, read.tenant(), read.gateway(), view.getAsLong(), began, completeAt);
    }
    var inserted = SnapshotRows.insert(connection, read.tenant(), snapshot, hashes, hash);
    int rows =
        inserted.rows()
            + ReadRows.newView(
                connection, read.tenant(), read.gateway(), inserted.id(), began, completeAt);
    SnapshotRows.prune(connection, read.tenant(), read.gateway());
    known.put(read, new Known(mark, inserted.id()));
    return rows;
  }

  private static Snapshot joined(Snapshot view, Snapshot part, Set<String> kinds) {
    var objects = new TreeMap<ObjectKey, NativeObject>(view.objects());
    objects.keySet().removeIf(key -> kinds.contains(key.kind()));
    objects.putAll(part.objects());
    return new Snapshot(view.gateway(), view.takenAt(), objects, new Completeness.Complete());
  }
}
