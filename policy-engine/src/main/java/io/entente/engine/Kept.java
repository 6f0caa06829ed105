package io.entente.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was made of texts that were asked for last: making it takes much longer than using it. What
 * is made depends on the key alone, so that keeping it changes no answer.
 */
final class Kept<K, V> {

  private static final int MOST = 32;

  private final Map<K, V> made =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
          return size() > MOST;
        }
      };

  synchronized V get(K key, Function<K, V> make) {
    return made.computeIfAbsent(key, make);
  }
}
