package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Cached answers of the node, the least recently used go first. Any thread. */
public final class CacheStore {

  private static final int MOST = 1000;

  private final Map<String, CachedAnswer> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CachedAnswer> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<CachedAnswer> get(String key, long now) {
    CachedAnswer answer = answers.get(key);
    return answer == null || answer.gone(now) ? Optional.empty() : Optional.of(answer);
  }

  synchronized void put(String key, CachedAnswer answer) {
    answers.put(key, answer);
  }

  public synchronized void clear() {
    answers.clear();
  }

  /** False when there was none. */
  public synchronized boolean remove(String key) {
    return answers.remove(key) != null;
  }

  /** An entry as the Admin API shows it. */
  public Optional<ObjectNode> show(String key) {
    return get(key, System.currentTimeMillis())
        .map(
            answer -> {
              ObjectNode node = Json.MAPPER.createObjectNode();
              node.put("status", answer.status());
              node.put("body", Wire.text(Wire.of(answer.body())));
              node.put("body_len", answer.body().length);
              node.put("timestamp", answer.storedAt() / 1000);
              node.put("ttl", answer.ttlMillis() / 1000);
              node.put("version", 1);
              ObjectNode headers = node.putObject("headers");
              answer.headers().forEach(h -> headers.put(h.name(), Wire.text(h.value())));
              return node;
            });
  }
}
