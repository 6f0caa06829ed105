package io.entente.engine;

import io.entente.engine.OAuth2IntrospectionMeaning.Question;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What limits remember: when each caller's requests were accepted, until when its flow is booked,
 * how much of its allowance is used; and what was said of tokens, while that may be used again.
 * Bounded; when it is full and nothing in it has expired, a limit can count nobody new and its
 * {@code onError} decides. Not safe for several threads at once: the caller guards it.
 */
public final class State {

  private final int maxEntries;
  private final Map<CounterKey, SlidingLog> logs = new HashMap<>();
  private final Map<CounterKey, Charge.Spread> flows = new HashMap<>();
  private final Map<CounterKey, Count> counts = new HashMap<>();
  private final Map<Question, Answer> answers = new HashMap<>();
  private int entries;
  private Instant latest = Instant.MIN;

  /**
   * @param maxEntries how many instants, flows and allowances of callers are remembered, at least
   *     1; each takes about 100 bytes
   */
  public State(int maxEntries) {
    if (maxEntries < 1) {
      throw new IllegalArgumentException("maxEntries " + maxEntries + " is < 1");
    }
    this.maxEntries = maxEntries;
  }

  /** How many instants, flows and allowances are remembered now. */
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

  /** Until when a flow is booked; empty when nothing was. */
  Optional<BigInteger> booked(CounterKey key) {
    return Optional.ofNullable(flows.get(key)).map(Charge.Spread::booked);
  }

  /** How many a period that ends at {@code end} has accepted. */
  long counted(CounterKey key, Instant end) {
    return Optional.ofNullable(counts.get(key))
        .filter(count -> count.end().equals(end))
        .map(Count::accepted)
        .orElse(0L);
  }

  /** Whether {@code more} entries fit, after forgetting what has expired. */
  boolean fits(int more, Instant now) {
    if (entries + more <= maxEntries) {
      return true;
    }
    logs.values().forEach(log -> log.slide(now));
    logs.values().removeIf(log -> log.size() == 0);
    flows.values().removeIf(flow -> !flow.until().isAfter(now));
    counts.values().removeIf(count -> !count.end().isAfter(now));
    answers.values().removeIf(answer -> !answer.until().isAfter(now));
    entries =
        logs.values().stream().mapToInt(SlidingLog::size).sum()
            + flows.size()
            + counts.size()
            + answers.size();
    return entries + more <= maxEntries;
  }

  void accept(Charge charge, Instant now) {
    if (charge instanceof Charge.Sliding sliding) {
      slide(sliding, now);
    } else if (charge instanceof Charge.Spread spread) {
      entries += flows.put(spread.key(), spread) == null ? 1 : 0;
    } else if (charge instanceof Charge.Periodic periodic) {
      var count = new Count(periodic.end(), counted(periodic.key(), periodic.end()) + 1);
      entries += counts.put(periodic.key(), count) == null ? 1 : 0;
    }
  }

  private void slide(Charge.Sliding charge, Instant now) {
    var log = logs.computeIfAbsent(charge.key(), absent -> new SlidingLog());
    entries -= log.size();
    log.slide(now, charge.window());
    log.add(now);
    entries += log.size();
  }

  /** What was said of a token, while it may be used again. */
  Optional<Introspection> remembered(Question question, Instant now) {
    return Optional.ofNullable(answers.get(question))
        .filter(answer -> answer.until().isAfter(now))
        .map(Answer::said);
  }

  /** Where there is no room the token is asked for again. */
  void remember(Question question, Introspection said, Instant now) {
    Instant full = now.plus(question.rule().cache());
    Instant until = said.expires().filter(end -> end.isBefore(full)).orElse(full);
    if (until.isAfter(now) && fits(1, now)) {
      entries += answers.put(question, new Answer(said, until)) == null ? 1 : 0;
    }
  }

  /** What was said, and until when it may be used. */
  private record Answer(Introspection said, Instant until) {}

  /** How much of an allowance is used. */
  private record Count(Instant end, long accepted) {}
}
