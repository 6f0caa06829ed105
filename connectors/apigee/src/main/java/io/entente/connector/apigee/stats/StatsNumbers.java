package io.entente.connector.apigee.stats;

import io.entente.model.event.AggregateCounts;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The numbers of one bucket while its answer is read. For one thread. */
final class StatsNumbers {

  private final Map<StatsMetric, BigDecimal> numbers = new EnumMap<>(StatsMetric.class);

  /** False when another number was put before. */
  boolean put(StatsMetric metric, BigDecimal number) {
    BigDecimal before = numbers.putIfAbsent(metric, number);
    return before == null || before.compareTo(number) == 0;
  }

  /** Throws {@link ArithmeticException} when a count is not a whole number. */
  AggregateCounts counts() {
    return new AggregateCounts(
        whole(StatsMetric.REQUESTS),
        whole(StatsMetric.ERRORS),
        whole(StatsMetric.POLICY_ERRORS),
        whole(StatsMetric.TARGET_ERRORS),
        Optional.ofNullable(numbers.get(StatsMetric.LATENCY)).map(BigDecimal::doubleValue),
        Optional.ofNullable(numbers.get(StatsMetric.TARGET_LATENCY)).map(BigDecimal::doubleValue),
        whole(StatsMetric.REQUEST_BYTES),
        whole(StatsMetric.RESPONSE_BYTES));
  }

  private Optional<Long> whole(StatsMetric metric) {
    return Optional.ofNullable(numbers.get(metric)).map(BigDecimal::longValueExact);
  }
}
