package io.entente.simulator.kong.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rules of single plugins that Kong keeps in functions. */
final class PluginRules {

  private static final List<String> PERIODS =
      List.of("second", "minute", "hour", "day", "month", "year");
  private static final Set<String> DICTIONARIES =
      Set.of(
          "kong",
          "kong_locks",
          "kong_healthchecks",
          "kong_cluster_events",
          "kong_rate_limiting_counters",
          "kong_core_db_cache",
          "kong_core_db_cache_miss",
          "kong_db_cache",
          "kong_db_cache_miss",
          "kong_secrets",
          "prometheus_metrics");

  private PluginRules() {}

  /** A longer period allows at least as much as a shorter one. */
  static Optional<String> periods(JsonNode config) {
    for (int longer = 1; longer < PERIODS.size(); longer++) {
      for (int shorter = 0; shorter < longer; shorter++) {
        JsonNode low = config.path(PERIODS.get(shorter));
        JsonNode high = config.path(PERIODS.get(longer));
        if (low.isNumber() && high.isNumber() && high.asDouble() < low.asDouble()) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "The limit for %s(%.1f) cannot be lower than the limit for %s(%.1f)",
                  PERIODS.get(longer),
                  high.asDouble(),
                  PERIODS.get(shorter),
                  low.asDouble()));
        }
      }
    }
    return Optional.empty();
  }

  static Optional<String> termination(JsonNode config) {
    boolean hasBody = config.path("body").isTextual();
    boolean hasType = config.path("content_type").isTextual();
    if (config.path("message").isTextual() && (hasBody || hasType)) {
      return Optional.of("message cannot be used with content_type or body");
    }
    return hasType && !hasBody ? Optional.of("content_type requires a body") : Optional.empty();
  }

  static Optional<String> dictionary(String name) {
    return DICTIONARIES.contains(name)
        ? Optional.empty()
        : Optional.of(
            "missing shared dict '"
                + name
                + "' in Nginx configuration, are you using a custom template? "
                + "Make sure the 'lua_shared_dict "
                + name
                + " [SIZE];' directive is defined.");
  }
}
