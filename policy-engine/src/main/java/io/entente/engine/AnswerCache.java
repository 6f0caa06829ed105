package io.entente.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The answers that are kept, the oldest forgotten first. Not thread-safe. */
public final class AnswerCache {

  private final int maxEntries;
  private final Map<CacheKey, CachedAnswer> answers = new LinkedHashMap<>();

  /**
   * @param maxEntries how many answers are kept at most
   */
  public AnswerCache(int maxEntries) {
    if (maxEntries < 1) {
      throw new IllegalArgumentException("maxEntries " + maxEntries + " is < 1");
    }
    this.maxEntries = maxEntries;
  }

  /** The answer to a request; empty when none is kept that may still be given. */
  Optional<CachedAnswer> find(CacheKey key, Instant now) {
    Optional<CachedAnswer> found =
        Optional.ofNullable(answers.get(key)).filter(answer -> answer.until().isAfter(now));
    if (found.isEmpty()) {
      answers.remove(key);
    }
    return found;
  }

  void keep(CacheKey key, CachedAnswer answer) {
    answers.remove(key);
    if (answers.size() >= maxEntries) {
      answers.remove(answers.keySet().iterator().next());
    }
    answers.put(key, answer);
  }
}
