package io.entente.translator.kong.reverse;

import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.PolicyKind;
import io.entente.policy.Quota;
import io.entente.policy.Quota.Period;
import io.entente.policy.RateLimit;
import io.entente.translator.kong.emit.LimitsEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * rate-limiting, one policy for each window.
 *
 * <p>Kong counts by the calendar. So hour, day and month are read as {@code quota}, which means
 * just that, and second, minute and year, which no quota has, as {@code rateLimit}. Nothing in an
 * instance tells a {@code spikeArrest} apart.
 */
final class LimitsReader implements PluginReader {

  @Override
  public String plugin() {
    return LimitsEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    if (!where.alone()) {
      throw new NotSaid(
          "it counts the requests of several routes together, and a policy counts each route apart");
    }
    LimitKey key = key(config, where);
    var kinds = new ArrayList<PolicyKind>();
    window(config, "second", kinds, n -> rate(n, Duration.ofSeconds(1), key));
    window(config, "minute", kinds, n -> rate(n, Duration.ofMinutes(1), key));
    window(config, "hour", kinds, n -> new Quota(n, Period.HOUR, key, OnMissingKey.IP));
    window(config, "day", kinds, n -> new Quota(n, Period.DAY, key, OnMissingKey.IP));
    window(config, "month", kinds, n -> new Quota(n, Period.MONTH, key, OnMissingKey.IP));
    window(config, "year", kinds, n -> rate(n, Duration.ofDays(365), key));
    if (kinds.isEmpty()) {
      throw new NotSaid("it has no window");
    }
    return kinds;
  }

  private static LimitKey key(Config config, Where where) {
    String by = config.text("limit_by").orElse("");
    switch (by) {
      case "service" -> {
        if (!where.service()) {
          throw new NotSaid("its route leads to no service, so that callers count by address");
        }
        return new LimitKey.Route();
      }
      case "ip" -> {
        return new LimitKey.ClientIp();
      }
      case "header" -> {
        String header =
            config.text("header_name").orElseThrow(() -> new NotSaid("it names no header"));
        return new LimitKey.Header(header.toLowerCase(Locale.ROOT));
      }
      default ->
          throw new NotSaid(
              "it counts by %s, and policies count by route, client address or header"
                  .formatted(
                      Set.of("consumer", "credential", "path").contains(by) ? by : "another key"));
    }
  }

  private static RateLimit rate(long requests, Duration window, LimitKey key) {
    return new RateLimit(requests, window, key, OnMissingKey.IP);
  }

  private static void window(
      Config config, String unit, List<PolicyKind> kinds, LongFunction<PolicyKind> kind) {
    config.whole(unit).ifPresent(n -> kinds.add(kind.apply(n)));
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.policy",
        "The counts are kept in one store for all nodes; of a policy each node counts alone.",
        "config.redis",
        "A store for counts is named; of a policy each node counts in its own memory.",
        "config.sync_rate",
        "Counts are exchanged from time to time; of a policy each node counts alone.",
        "config.fault_tolerant",
        "What happens when the store of counts fails is chosen otherwise; counts in the node's own"
            + " memory have no such store.",
        "config.error_message",
        "Refused callers get another text than that of a policy.",
        "config.error_code",
        "Refused callers get another status than 429, the only one of a policy.",
        "config.hide_client_headers",
        "Callers are not told how much is left; of a policy they are.",
        "config.header_name",
        "A header is named that nothing is counted by, or in another spelling.",
        "config.path",
        "A path is named that nothing is counted by.");
  }
}
