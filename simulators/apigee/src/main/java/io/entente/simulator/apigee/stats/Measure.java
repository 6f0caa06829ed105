package io.entente.simulator.apigee.stats;

import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.plane.RequestFact;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * One column of a query, like {@code avg(total_response_time)}.
 *
 * @param label as the client wrote it
 */
record Measure(String label, String function, String metric) {

  private static final Pattern FORM = Pattern.compile("(sum|avg|min|max)\\((\\w+)\\)");
  private static final Set<String> METRICS =
      Set.of(
          "message_count",
          "is_error",
          "policy_error",
          "target_error",
          "cache_hit",
          "total_response_time",
          "target_response_time",
          "request_size",
          "response_size");

  /**
   * Reads one.
   *
   * @throws Refusal when function or metric is unknown
   */
  static Measure read(String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.equals("tps")) {
      return new Measure(text, "tps", "message_count");
    }
    if (!matcher.matches() || !METRICS.contains(matcher.group(2))) {
      throw Refusal.invalid("Invalid metric '" + text + "' in select");
    }
    return new Measure(text, matcher.group(1), matcher.group(2));
  }

  /** Its value over some requests, at least one. */
  double of(List<RequestFact> facts, double seconds) {
    ToDoubleFunction<RequestFact> value = this::value;
    DoubleStream values = facts.stream().mapToDouble(value);
    return switch (function) {
      case "sum" -> values.sum();
      case "avg" -> values.average().orElse(0);
      case "min" -> values.min().orElse(0);
      case "max" -> values.max().orElse(0);
      default -> facts.size() / seconds;
    };
  }

  private double value(RequestFact fact) {
    return switch (metric) {
      case "message_count" -> 1;
      case "is_error" -> fact.policyError() || fact.targetError() || fact.status() >= 400 ? 1 : 0;
      case "policy_error" -> fact.policyError() ? 1 : 0;
      case "target_error" -> fact.targetError() ? 1 : 0;
      case "total_response_time" -> fact.totalMillis();
      case "target_response_time" -> fact.targetMillis();
      case "request_size" -> fact.requestBytes();
      case "response_size" -> fact.responseBytes();
      default -> 0;
    };
  }
}
