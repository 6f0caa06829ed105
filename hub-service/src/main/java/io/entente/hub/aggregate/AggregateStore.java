package io.entente.hub.aggregate;

import io.entente.hub.outbox.Outbox;
import io.entente.hub.plan.Sql;
import io.entente.hub.plan.Transactions;
import io.entente.model.event.TrafficAggregate;
import io.entente.model.event.TrafficAggregate.Standing;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Buckets, the events that tell of them, and the watermark, in one transaction of the database: a
 * hub that dies in between has done all of it or nothing. Blocks.
 */
@ApplicationScoped
public class AggregateStore {

  private final Transactions transactions;
  private final Outbox outbox;

  AggregateStore(Transactions transactions, Outbox outbox) {
    this.transactions = transactions;
    this.outbox = outbox;
  }

  /** What a complete read changed. */
  sealed interface Kept {

    /**
     * It is kept.
     *
     * @param changed buckets that are new or other than before; each is told on Kafka
     * @param vanished buckets of before that the vendor gives no more; they stay as they were
     */
    record Stored(int changed, int vanished) implements Kept {}

    /** Somebody else moved the watermark meanwhile; nothing is kept. */
    record Superseded() implements Kept {}
  }

  /** Everything before it was read completely and is final. */
  public Optional<Instant> watermark(Tenant tenant, GatewayId gateway) {
    return transactions.call(connection -> watermark(connection, tenant, gateway, ""));
  }

  /**
   * Keeps a complete read.
   *
   * @param before the watermark that the read began from
   */
  Kept keep(
      Tenant tenant,
      GatewayId gateway,
      Optional<Instant> before,
      ReadWindow window,
      List<TrafficAggregate> read) {
    return transactions.call(
        connection -> {
          if (!moved(connection, tenant, gateway, before, window.settled())) {
            return new Kept.Superseded();
          }
          return merge(connection, tenant, gateway, window, read);
        });
  }

  /**
   * Requests that the vendor counted in {@code from} to before {@code to}, where an API has them.
   */
  public SortedMap<ApiName, Long> requestsByApi(
      Tenant tenant, GatewayId gateway, Instant from, Instant to) {
    var found = new TreeMap<ApiName, Long>();
    transactions.run(
        connection ->
            Sql.query(
                    connection,
                    "select api, sum(requests)::bigint from traffic_aggregate where tenant = ?"
                        + " and gateway = ? and bucket >= ? and bucket < ? and api is not null"
                        + " and requests is not null group by api",
                    row -> Map.entry(new ApiName(row.getString(1)), row.getLong(2)),
                    tenant.value(),
                    gateway.value(),
                    from,
                    to)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
    return found;
  }

  /** Forgets buckets before {@code limit}. */
  int expire(Tenant tenant, Instant limit) {
    return transactions.call(connection -> AggregateRows.expire(connection, tenant, limit));
  }

  private Kept merge(
      Connection connection,
      Tenant tenant,
      GatewayId gateway,
      ReadWindow window,
      List<TrafficAggregate> read)
      throws SQLException {
    Map<String, KeptBucket> known = new HashMap<>();
    for (KeptBucket row :
        AggregateRows.between(connection, tenant, gateway, window.from(), window.to())) {
      known.put(key(row.aggregate()), row);
    }
    var changed = new ArrayList<KeptBucket>();
    for (TrafficAggregate now : read) {
      KeptBucket was = known.remove(key(now));
      if (was == null) {
        changed.add(new KeptBucket(now, 1));
      } else if (was.changedBy(now)) {
        changed.add(new KeptBucket(now, was.revision() + 1));
      }
    }
    for (KeptBucket gone : known.values()) {
      settled(gone, window).ifPresent(changed::add);
    }
    for (KeptBucket row : changed) {
      AggregateRows.put(connection, row);
      outbox.record(connection, AggregateEvents.of(row));
    }
    return new Kept.Stored(changed.size(), known.size());
  }

  private static Optional<KeptBucket> settled(KeptBucket gone, ReadWindow window) {
    TrafficAggregate row = gone.aggregate();
    if (row.standing() == Standing.FINAL || row.end().isAfter(window.settled())) {
      return Optional.empty();
    }
    return Optional.of(
        new KeptBucket(
            new TrafficAggregate(
                row.tenant(),
                row.gateway(),
                row.dimensions(),
                row.api(),
                row.start(),
                row.width(),
                row.counts(),
                row.observedTime(),
                row.provenance(),
                Standing.FINAL),
            gone.revision() + 1));
  }

  private static boolean moved(
      Connection connection,
      Tenant tenant,
      GatewayId gateway,
      Optional<Instant> before,
      Instant settled)
      throws SQLException {
    if (before.isEmpty()) {
      return Sql.update(
              connection,
              "insert into aggregate_watermark (tenant, gateway, settled_until) values (?, ?, ?)"
                  + " on conflict do nothing",
              tenant.value(),
              gateway.value(),
              settled)
          == 1;
    }
    if (!watermark(connection, tenant, gateway, " for update").equals(before)) {
      return false;
    }
    return Sql.update(
            connection,
            "update aggregate_watermark set settled_until = ? where tenant = ? and gateway = ?",
            settled,
            tenant.value(),
            gateway.value())
        == 1;
  }

  private static Optional<Instant> watermark(
      Connection connection, Tenant tenant, GatewayId gateway, String lock) throws SQLException {
    return Sql.query(
            connection,
            "select settled_until from aggregate_watermark where tenant = ? and gateway = ?" + lock,
            row -> row.getObject(1, OffsetDateTime.class).toInstant(),
            tenant.value(),
            gateway.value())
        .stream()
        .findFirst();
  }

  private static String key(TrafficAggregate aggregate) {
    return aggregate.start() + " " + AggregateRows.dimensions(aggregate);
  }
}
