package io.entente.hub.traffic.store;

import java.util.List;

/** The tables on ClickHouse: the same columns, sorted as pages ask for them. */
final class ClickHouseSchema {

  static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS traffic_event ("
              + DuckDbSchema.COLUMNS
              // One of these finds a single request without reading all of them.
              + ", INDEX by_id event_id TYPE bloom_filter GRANULARITY 1"
              + ", INDEX by_trace trace TYPE bloom_filter GRANULARITY 1"
              + ", INDEX by_consumer consumer TYPE bloom_filter GRANULARITY 1"
              + ") ENGINE = MergeTree"
              + " PARTITION BY intDiv(time_us, 86400000000)"
              + " ORDER BY (tenant, intDiv(time_us, 3600000000), gateway, time_us)",
          DuckDbSchema.WEIGHT,
          DuckDbSchema.AGGREGATED,
          """
          CREATE TABLE IF NOT EXISTS kafka_offset (
            cluster VARCHAR NOT NULL, topic VARCHAR NOT NULL, part INTEGER NOT NULL,
            next_offset BIGINT NOT NULL, written BIGINT NOT NULL)
          ENGINE = ReplacingMergeTree(written) ORDER BY (cluster, topic, part)
          """);

  /** Number, rows and bytes of each day that is kept, the first one first. */
  static final String DAYS =
      """
      SELECT toInt64(partition) AS day, sum(rows), sum(bytes_on_disk) FROM system.parts
      WHERE active AND database = currentDatabase() AND table = 'traffic_event'
      GROUP BY day ORDER BY day
      """;

  private ClickHouseSchema() {}
}
