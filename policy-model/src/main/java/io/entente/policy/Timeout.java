package io.entente.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the upstream is waited for. At least one of the three is given; each is 1 ms to 1 h in
 * whole milliseconds.
 *
 * @param connect for a connection, in each attempt; one that does not come is a failed attempt,
 *     which is answered 503 unless the request is sent again
 * @param request from the last byte of the request to the last byte of the answer, all attempts
 *     together; then 504, or the end of an answer that has begun
 * @param idle how long neither a byte of the request nor of the answer may pass between caller and
 *     gateway; then 504, or the end of an answer that has begun
 */
public record Timeout(
    Optional<Duration> connect, Optional<Duration> request, Optional<Duration> idle)
    implements PolicyKind {

  /** The longest of each: 1 h. */
  public static final Duration LONGEST = Duration.ofHours(1);

  public Timeout {
    connect.ifPresent(value -> requireWithin("connect", value));
    request.ifPresent(value -> requireWithin("request", value));
    idle.ifPresent(value -> requireWithin("idle", value));
    if (connect.isEmpty() && request.isEmpty() && idle.isEmpty()) {
      throw new IllegalArgumentException("timeout has none of connect, request and idle");
    }
  }

  @Override
  public String kindName() {
    return "timeout";
  }

  @Override
  public Combine combine() {
    return Combine.STRICTEST;
  }

  static void requireWithin(String what, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0
        || value.compareTo(LONGEST) > 0
        || value.toNanosPart() % 1_000_000 != 0) {
      throw new IllegalArgumentException(
          what + " " + value + " is not a whole number of milliseconds in PT0.001S.." + LONGEST);
    }
  }
}
