package io.entente.hub.aggregate;

import io.entente.connector.spi.AggregateBucket;
import io.entente.connector.spi.AggregateRead;
import io.entente.connector.spi.AggregateReader;
import io.entente.connector.spi.AggregateTerms;
import io.entente.model.event.AggregateCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A vendor that counts by minutes, as Apigee does. */
final class CountingVendor implements AggregateReader {

  /** A stretch that was asked for. */
  record Asked(Instant from, Instant to) {}

  final Map<Instant, Long> orders = new TreeMap<>();
  final List<Asked> asked = new ArrayList<>();
  Optional<AggregateRead> instead = Optional.empty();

  @Override
  public AggregateTerms terms() {
    return new AggregateTerms(
        "test/stats",
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofMinutes(30),
        Duration.ofHours(4));
  }

  @Override
  public AggregateRead read(Instant from, Instant to) {
    asked.add(new Asked(from, to));
    if (instead.isPresent()) {
      return instead.get();
    }
    var buckets = new ArrayList<AggregateBucket>();
    orders.forEach(
        (minute, requests) -> {
          if (!minute.isBefore(from) && minute.isBefore(to)) {
            buckets.add(bucket("orders-v1", minute, requests));
            buckets.add(bucket("(not set)", minute, 1));
          }
        });
    return new AggregateRead.Complete(buckets);
  }

  private static AggregateBucket bucket(String proxy, Instant minute, long requests) {
    return new AggregateBucket(
        new TreeMap<>(Map.of("apiproxy", proxy)),
        minute,
        new AggregateCounts(
            Optional.of(requests),
            Optional.of(0L),
            Optional.empty(),
            Optional.empty(),
            Optional.of(requests * 12.5),
            Optional.empty(),
            Optional.empty(),
            Optional.of(requests * 100)));
  }
}
