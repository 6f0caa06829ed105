package io.entente.translator.apigee.reverse;

import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Quota;
import io.entente.policy.Quota.Period;
import io.entente.policy.RateLimit;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Quota: {@code rateLimit} where its window rolls, {@code quota} where it begins with a period of
 * the calendar in UTC. Without a type it begins with the period.
 */
final class QuotaReader implements PolicyReader {

  @Override
  public String type() {
    return "Quota";
  }

  @Override
  public Meaning read(PolicyElement policy, Run run) throws Unsaid {
    Steps.requireRequest(run);
    var attributes = new HashSet<>(Steps.ATTRIBUTES);
    attributes.add("type");
    policy.only(
        attributes,
        Steps.children(
            "Allow",
            "Interval",
            "TimeUnit",
            "StartTime",
            "Distributed",
            "Synchronous",
            "AsynchronousConfiguration",
            "Identifier"));
    var beyond = new TreeMap<String, String>();
    long most = allowed(policy);
    long interval = PolicyElement.number("Interval", required(policy, "Interval"));
    String unit = required(policy, "TimeUnit");
    LimitKey key = LimitKeys.read(policy, beyond);
    kept(policy, beyond);
    Optional<String> start = policy.value("StartTime");
    String type = policy.attribute("type").orElse("");
    if (type.equals("rollingwindow")) {
      if (start.isPresent()) {
        throw new Unsaid("has a StartTime, which a rolling window has not");
      }
      Duration window = window(interval, unit);
      return Meaning.of(() -> new RateLimit(most, window, key, OnMissingKey.SHARED), beyond);
    }
    if (!type.isEmpty() && !type.equals("calendar")) {
      throw new Unsaid("is of type %s: its periods begin with the first request".formatted(type));
    }
    if (type.isEmpty() && start.isPresent()) {
      throw new Unsaid("has a StartTime without type calendar");
    }
    Period period = period(interval, unit);
    if (type.equals("calendar")) {
      StartTime.require(start.orElse(""), period);
    }
    return Meaning.of(() -> new Quota(most, period, key, OnMissingKey.SHARED), beyond);
  }

  private static long allowed(PolicyElement policy) throws Unsaid {
    PolicyElement allow = policy.child("Allow").orElseThrow(() -> new Unsaid("has no Allow"));
    Optional<String> variable = allow.attribute("countRef");
    if (variable.isPresent()) {
      throw new Unsaid(
          "takes its count from the flow variable %s, whose value is not known here"
              .formatted(variable.get()));
    }
    allow.only(Set.of("count"), Set.of());
    return PolicyElement.number("Allow count", allow.attribute("count").orElse(""));
  }

  private static String required(PolicyElement policy, String child) throws Unsaid {
    return policy.value(child).orElseThrow(() -> new Unsaid("has no " + child));
  }

  /** Where it is counted. Neither is so where it is not written. */
  private static void kept(PolicyElement policy, SortedMap<String, String> beyond) throws Unsaid {
    if (!policy.flag("Distributed", false)) {
      beyond.put("Distributed", "Each message processor counts alone, so that more pass in all.");
    } else if (!policy.flag("Synchronous", false)) {
      beyond.put("Synchronous", "Counts are put together only now and then, so that more pass.");
    }
  }

  private static Duration window(long interval, String unit) throws Unsaid {
    long seconds =
        switch (unit) {
          case "second" -> 1;
          case "minute" -> 60;
          case "hour" -> 3_600;
          case "day" -> 86_400;
          case "week" -> 604_800;
          default -> throw new Unsaid("counts in the unit %s, whose length varies".formatted(unit));
        };
    if (interval > Integer.MAX_VALUE) {
      throw new Unsaid("has the Interval %d, which no window has".formatted(interval));
    }
    return Duration.ofSeconds(interval * seconds);
  }

  private static Period period(long interval, String unit) throws Unsaid {
    if (interval != 1) {
      throw new Unsaid(
          "counts periods of %d %ss that begin with the calendar; quota has periods of one, and"
                  .formatted(interval, unit)
              + " rateLimit counts any window");
    }
    return switch (unit) {
      case "hour" -> Period.HOUR;
      case "day" -> Period.DAY;
      case "week" -> Period.WEEK;
      case "month" -> Period.MONTH;
      default ->
          throw new Unsaid(
              "counts a %s that begins with the clock; quota has no such period, and rateLimit counts any window"
                  .formatted(unit));
    };
  }
}
