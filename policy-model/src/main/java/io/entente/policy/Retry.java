package io.entente.policy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request whose attempt failed is sent again.
 *
 * @param attempts how often it is sent again at most, 1 to 10
 * @param on after which ends of an attempt without an answer; at least one
 * @param statuses after which answers, each 400 to 599
 * @param perTryTimeout how long an attempt waits for the beginning of an answer once it has a
 *     connection, 1 ms to 1 h in whole milliseconds; only where {@code on} has RESET
 * @param backoff what is waited before it is sent again: a random time below {@code backoff}, which
 *     doubles with each time up to ten times as much; 1 ms to 1 min in whole milliseconds; empty
 *     for at once
 * @param methods of which requests; at least one
 */
public record Retry(
    int attempts,
    List<On> on,
    List<Integer> statuses,
    Optional<Duration> perTryTimeout,
    Optional<Duration> backoff,
    List<String> methods)
    implements PolicyKind {

  /** The most attempts after the first. */
  public static final int MOST_ATTEMPTS = 10;

  /** The longest backoff. */
  public static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

  /** How many times the backoff the longest wait is. */
  public static final int GROWTH = 10;

  private static final Pattern METHOD = Pattern.compile("[A-Z]{3,16}");

  public Retry {
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException("attempts " + attempts + " is not in 1.." + MOST_ATTEMPTS);
    }
    requireSome("on", on);
    requireSome("methods", methods);
    requireDistinct("statuses", statuses);
    for (int status : statuses) {
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException("status " + status + " is not in 400..599");
      }
    }
    for (String method : methods) {
      if (!METHOD.matcher(method).matches()) {
        throw new IllegalArgumentException("method '" + method + "' is not upper case");
      }
    }
    perTryTimeout.ifPresent(value -> Timeout.requireWithin("perTryTimeout", value));
    if (perTryTimeout.isPresent() && !on.contains(On.RESET)) {
      throw new IllegalArgumentException("perTryTimeout is of attempts that reset sends again");
    }
    backoff.ifPresent(value -> Timeout.requireWithin("backoff", value));
    if (backoff.filter(value -> value.compareTo(LONGEST_BACKOFF) > 0).isPresent()) {
      throw new IllegalArgumentException("backoff " + backoff.get() + " is > " + LONGEST_BACKOFF);
    }
    on = List.copyOf(on);
    statuses = List.copyOf(statuses);
    methods = List.copyOf(methods);
  }

  @Override
  public String kindName() {
    return "retry";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }

  /** How an attempt ended without an answer. */
  public enum On {
    /** No connection came about. */
    CONNECT_FAILURE,
    /** The upstream said that it had not begun with it (HTTP/2). */
    REFUSED_STREAM,
    /** No answer began, for whatever reason, the other two among them. */
    RESET
  }

  private static void requireSome(String what, List<?> items) {
    if (items.isEmpty()) {
      throw new IllegalArgumentException(what + " is empty: give at least 1");
    }
    requireDistinct(what, items);
  }

  private static void requireDistinct(String what, List<?> items) {
    if (new HashSet<>(items).size() < items.size()) {
      throw new IllegalArgumentException(what + " " + items + " has one twice");
    }
  }
}
