package io.entente.simulator.apigee.stats;

import io.entente.simulator.apigee.plane.RequestFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Groups requests as a query wants them. */
final class StatsRows {

  private StatsRows() {}

  /** All rows, in the order the query asks for, before limit and offset. */
  static List<StatsRow> of(StatsQuery query, List<RequestFact> facts) {
    Map<String, List<RequestFact>> groups =
        facts.stream()
            .filter(query.filter())
            .collect(
                Collectors.groupingBy(
                    fact -> String.join("\u0000", names(query, fact)),
                    TreeMap::new,
                    Collectors.toList()));
    List<List<RequestFact>> ordered = new ArrayList<>(groups.values());
    query
        .sortBy()
        .ifPresent(
            measure -> {
              Comparator<List<RequestFact>> byValue =
                  Comparator.comparingDouble(group -> measure.of(group, query.range().seconds()));
              ordered.sort(query.isDescending() ? byValue.reversed() : byValue);
            });
    List<StatsRow> rows = new ArrayList<>();
    ordered.stream()
        .limit(query.topk().orElse(Integer.MAX_VALUE))
        .forEach(group -> split(query, group, rows));
    return rows;
  }

  private static void split(StatsQuery query, List<RequestFact> group, List<StatsRow> rows) {
    List<String> names = names(query, group.get(0));
    if (query.bucketMillis().isEmpty()) {
      rows.add(new StatsRow(names, 0, group));
      return;
    }
    long length = query.bucketMillis().get();
    TreeMap<Long, List<RequestFact>> buckets =
        group.stream()
            .collect(
                Collectors.groupingBy(
                    fact -> fact.startedAt() / length * length, TreeMap::new, Collectors.toList()));
    (query.isOldestFirst() ? buckets : buckets.descendingMap())
        .forEach((start, bucket) -> rows.add(new StatsRow(names, start, bucket)));
  }

  private static List<String> names(StatsQuery query, RequestFact fact) {
    return query.dimensions().stream().map(name -> Dimension.of(fact, name)).toList();
  }
}
