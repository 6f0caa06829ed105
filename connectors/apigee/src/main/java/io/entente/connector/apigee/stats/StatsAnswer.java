package io.entente.connector.apigee.stats;

import io.entente.connector.apigee.stats.StatsRefusedException.Kind;
import io.entente.connector.spi.AggregateBucket;
import io.entente.model.tree.Node;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The pages of one answer, put together. For one thread. */
final class StatsAnswer {

  private final StatsQuery query;
  private final SortedMap<Key, StatsNumbers> buckets = new TreeMap<>();

  StatsAnswer(StatsQuery query) {
    this.query = query;
  }

  private record Key(Instant start, String names, SortedMap<String, String> dimensions)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byTime = start.compareTo(other.start);
      return byTime != 0 ? byTime : names.compareTo(other.names);
    }
  }

  /**
   * Takes a page in.
   *
   * @param limit most rows it was asked for
   * @return whether there may be more
   */
  boolean add(Node.Obj page, int limit) throws StatsRefusedException {
    int groups = 0;
    int points = 0;
    for (Node.Obj environment : StatsTree.objects(page, "environments")) {
      for (Node.Obj group : StatsTree.objects(environment, "dimensions")) {
        groups++;
        points += group(group);
      }
    }
    // Whether a row is a group or one minute of it, the documentation does not say.
    boolean full = groups >= limit || points >= limit;
    complaints(page, full);
    return full;
  }

  List<AggregateBucket> buckets() throws StatsRefusedException {
    var found = new ArrayList<AggregateBucket>();
    for (var entry : buckets.entrySet()) {
      try {
        found.add(
            new AggregateBucket(
                entry.getKey().dimensions(), entry.getKey().start(), entry.getValue().counts()));
      } catch (ArithmeticException | IllegalArgumentException e) {
        throw StatsTree.wrong("a count of " + entry.getKey().start() + " is no count");
      }
    }
    return found;
  }

  private static void complaints(Node.Obj page, boolean full) throws StatsRefusedException {
    var meta = page.field("metaData");
    if (meta.isEmpty()) {
      return;
    }
    Node.Obj said = StatsTree.object(meta.get(), "metaData");
    List<String> errors = StatsTree.texts(said, "errors");
    if (!errors.isEmpty()) {
      throw StatsTree.wrong("Apigee reports " + errors.size() + " errors with the answer");
    }
    for (String notice : StatsTree.texts(said, "notices")) {
      String low = notice.toLowerCase(Locale.ROOT);
      if (low.contains("truncat") && !low.contains("false") && !full) {
        throw new StatsRefusedException(Kind.TRUNCATED, "Apigee says that it cut the answer short");
      }
    }
  }

  private int group(Node.Obj group) throws StatsRefusedException {
    List<String> names = StatsTree.texts(group, "individualNames");
    if (names.isEmpty()) {
      names = List.of(StatsTree.text(StatsTree.required(group, "name"), "name"));
    }
    if (names.size() != query.dimensions().size()) {
      throw StatsTree.wrong("a group has " + names.size() + " names");
    }
    var dimensions = new TreeMap<String, String>();
    for (int i = 0; i < names.size(); i++) {
      dimensions.put(query.dimensions().get(i), names.get(i));
    }
    int most = 0;
    for (Node.Obj metric : StatsTree.objects(group, "metrics")) {
      String name = StatsTree.text(StatsTree.required(metric, "name"), "name");
      var known = StatsMetric.named(name);
      List<Node> values = StatsTree.items(metric, "values");
      most = Math.max(most, values.size());
      if (known.isPresent()) {
        for (Node value : values) {
          put(dimensions, known.get(), value);
        }
      }
    }
    return most;
  }

  private void put(SortedMap<String, String> dimensions, StatsMetric metric, Node value)
      throws StatsRefusedException {
    Instant start;
    BigDecimal number;
    if (value instanceof Node.Obj stamped) {
      start = time(StatsTree.number(StatsTree.required(stamped, "timestamp"), "timestamp"));
      number = StatsTree.number(StatsTree.required(stamped, "value"), "value");
    } else if (!query.to().isAfter(query.from().plus(Duration.ofMinutes(1)))) {
      start = query.from();
      number = StatsTree.number(value, "value");
    } else {
      throw StatsTree.wrong("a value does not say of which minute it is");
    }
    if (start.isBefore(query.from()) || !start.isBefore(query.to())) {
      return;
    }
    var numbers =
        buckets.computeIfAbsent(
            new Key(start, dimensions.toString(), dimensions), key -> new StatsNumbers());
    if (!numbers.put(metric, number)) {
      throw new StatsRefusedException(Kind.MOVED, "the counts changed from one page to the next");
    }
  }

  private static Instant time(BigDecimal millis) throws StatsRefusedException {
    Instant time;
    try {
      time = Instant.ofEpochMilli(millis.longValueExact());
    } catch (ArithmeticException e) {
      throw StatsTree.wrong("a timestamp is not whole milliseconds");
    }
    if (time.toEpochMilli() % 60_000 != 0) {
      throw StatsTree.wrong("a timestamp is not at the edge of a minute");
    }
    return time;
  }
}
