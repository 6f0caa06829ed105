package io.entente.connector.apigee.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The numbers that are asked for. */
enum StatsMetric {
  REQUESTS("sum(message_count)"),
  ERRORS("sum(is_error)"),
  POLICY_ERRORS("sum(policy_error)"),
  TARGET_ERRORS("sum(target_error)"),
  LATENCY("sum(total_response_time)"),
  TARGET_LATENCY("sum(target_response_time)"),
  REQUEST_BYTES("sum(request_size)"),
  RESPONSE_BYTES("sum(response_size)");

  private final String wire;

  StatsMetric(String wire) {
    this.wire = wire;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(metric -> metric.wire).toList();
  }

  static Optional<StatsMetric> named(String wire) {
    return Arrays.stream(values()).filter(metric -> metric.wire.equals(wire)).findFirst();
  }
}
