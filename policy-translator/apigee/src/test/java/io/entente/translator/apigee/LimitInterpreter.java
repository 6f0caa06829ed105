package io.entente.translator.apigee;

import static io.entente.translator.apigee.Interpreter.children;
import static io.entente.translator.apigee.Interpreter.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Quota and SpikeArrest as Apigee documents them, in one message processor. Rolling windows are
 * exact here, and months are those of the calendar.
 */
final class LimitInterpreter {

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Map<String, List<Instant>> rolling = new HashMap<>();
  private final Map<String, Long> periods = new HashMap<>();
  private final Map<String, Instant> free = new HashMap<>();

  Optional<Integer> quota(Element policy, Message message) {
    ChronoUnit unit = ChronoUnit.valueOf(of(policy, "TimeUnit").toUpperCase(Locale.ROOT) + "S");
    long interval = Long.parseLong(of(policy, "Interval"));
    long count = Long.parseLong(children(policy, "Allow").get(0).getAttribute("count"));
    String counter = counter(policy, message);
    return switch (policy.getAttribute("type")) {
      case "rollingwindow" ->
          rolling(counter, unit.getDuration().multipliedBy(interval), count, message);
      case "calendar" -> {
        ZonedDateTime start =
            LocalDateTime.parse(of(policy, "StartTime"), START).atZone(ZoneOffset.UTC);
        long period = unit.between(start, message.at.atZone(ZoneOffset.UTC)) / interval;
        yield periods.merge(counter + "|" + period, 1L, Long::sum) > count
            ? Optional.of(429)
            : Optional.empty();
      }
      default -> throw new AssertionError("type of " + policy);
    };
  }

  private Optional<Integer> rolling(String counter, Duration window, long count, Message message) {
    List<Instant> accepted = rolling.computeIfAbsent(counter, key -> new ArrayList<>());
    accepted.removeIf(at -> !at.isAfter(message.at.minus(window)));
    if (accepted.size() >= count) {
      return Optional.of(429);
    }
    accepted.add(message.at);
    return Optional.empty();
  }

  /** Without effective count: one message every so often. */
  Optional<Integer> spikeArrest(Element policy, Message message) {
    if (!of(policy, "UseEffectiveCount").equals("false")) {
      throw new AssertionError("only smoothing is read here");
    }
    String rate = of(policy, "Rate");
    Duration period = rate.endsWith("ps") ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
    Duration gap = period.dividedBy(Long.parseLong(rate.substring(0, rate.length() - 2)));
    String counter = counter(policy, message);
    if (message.at.isBefore(free.getOrDefault(counter, Instant.MIN))) {
      return Optional.of(429);
    }
    free.put(counter, message.at.plus(gap));
    return Optional.empty();
  }

  private static String counter(Element policy, Message message) {
    String identifier =
        children(policy, "Identifier").stream()
            .findFirst()
            .map(e -> message.variables().getOrDefault(e.getAttribute("ref"), "_default"))
            .orElse("_default");
    return message.proxy + "|" + policy.getAttribute("name") + "|" + identifier;
  }

  private static String of(Element policy, String child) {
    return text(children(policy, child).get(0));
  }
}
