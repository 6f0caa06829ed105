package io.entente.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What limits remember: when each caller's requests were accepted. Bounded; when it is full and
 * nothing in it has expired, a limit can count nobody new and its {@code onError} decides. Not safe
 * for several threads at once: the caller guards it.
 */
public final class State {

  private final int maxEntries;
  private final Map<CounterKey, SlidingLog> logs = new HashMap<>();
  private int entries;
  private Instant latest = Instant.MIN;

  /**
   * @param maxEntries how many (caller, instant) pairs are remembered, at least 1; each takes about
   *     100 bytes
   */
  public State(int maxEntries) {
    if (maxEntries < 1) {
      throw new IllegalArgumentException("maxEntries " + maxEntries + " is < 1");
    }
    this.maxEntries = maxEntries;
  }

  /** How many (caller, instant) pairs are remembered now. */
  public int entries() {
    return entries;
  }

  /** Time never runs backwards here: a clock that was set back would accept too many. */
  Instant advance(Instant now) {
    latest = now.isAfter(latest) ? now : latest;
    return latest;
  }

  /** The log of a counter, slid to {@code now}; empty when it has accepted nothing. */
  Optional<SlidingLog> log(CounterKey key, Instant now, Duration window) {
    var log = Optional.ofNullable(logs.get(key));
    log.ifPresent(
        present -> {
          entries -= present.size();
          present.slide(now, window);
          entries += present.size();
        });
    return log;
  }

  /** Whether {@code more} entries fit, after forgetting what has expired. */
  boolean fits(int more, Instant now) {
    if (entries + more <= maxEntries) {
      return true;
    }
    logs.values().forEach(log -> log.slide(now));
    logs.values().removeIf(log -> log.size() == 0);
    entries = logs.values().stream().mapToInt(SlidingLog::size).sum();
    return entries + more <= maxEntries;
  }

  void accept(CounterKey key, Instant now, Duration window) {
    var log = logs.computeIfAbsent(key, absent -> new SlidingLog());
    entries -= log.size();
    log.slide(now, window);
    log.add(now);
    entries += log.size();
  }
}
