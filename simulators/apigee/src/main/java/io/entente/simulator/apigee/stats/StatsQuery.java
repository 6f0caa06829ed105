package io.entente.simulator.apigee.stats;

import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.plane.RequestFact;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A query of analytics.
 *
 * @param bucketMillis length of a time unit; empty: one value for the whole range
 * @param topk how many dimension values at most, the first by the sort
 */
record StatsQuery(
    List<String> dimensions,
    List<Measure> select,
    TimeRange range,
    Optional<Long> bucketMillis,
    Predicate<RequestFact> filter,
    int limit,
    int offset,
    Optional<Measure> sortBy,
    boolean isDescending,
    Optional<Integer> topk,
    boolean isOldestFirst) {

  private static final int MAXIMUM = 14_400;

  /**
   * Reads a request.
   *
   * @throws Refusal naming what is wrong
   */
  static StatsQuery read(Request request, String dimensions) {
    if (!request.argument("tzo").orElse("0").matches("[+-]?0+")) {
      throw Refusal.invalid("tzo: this simulator knows GMT only");
    }
    List<Measure> select =
        Arrays.stream(required(request, "select").split(",")).map(Measure::read).toList();
    Optional<Measure> sortBy =
        request.argument("sortby").map(text -> Measure.read(text.split(",")[0]));
    if (sortBy.isPresent() && !select.contains(sortBy.get())) {
      throw Refusal.invalid("sortby must be one of select");
    }
    return new StatsQuery(
        Arrays.stream(dimensions.split(",")).map(Dimension::known).toList(),
        select,
        TimeRange.read(required(request, "timeRange")),
        request.argument("timeUnit").map(StatsQuery::millis),
        FactFilter.read(request.argument("filter").orElse("")),
        Math.min(MAXIMUM, number(request, "limit").orElse(MAXIMUM)),
        number(request, "offset").orElse(0),
        sortBy,
        !request.argument("sort").orElse("DESC").equals("ASC"),
        number(request, "topk"),
        request.flag("tsAscending"));
  }

  private static long millis(String unit) {
    return switch (unit) {
      case "second" -> 1000L;
      case "minute" -> 60_000L;
      case "hour" -> 3_600_000L;
      case "day" -> 86_400_000L;
      default ->
          throw Refusal.invalid(
              "timeUnit '" + unit + "': this simulator knows second, minute, hour and day");
    };
  }

  private static String required(Request request, String name) {
    return request
        .argument(name)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> Refusal.invalid(name + " is required"));
  }

  private static Optional<Integer> number(Request request, String name) {
    Optional<String> text = request.argument(name);
    if (text.isPresent() && !text.get().matches("\\d{1,9}")) {
      throw Refusal.invalid(name + " '" + text.get() + "' is no number");
    }
    return text.map(Integer::parseInt);
  }
}
