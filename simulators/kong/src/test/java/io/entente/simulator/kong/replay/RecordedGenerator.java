package io.entente.simulator.kong.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.Generator;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/** Makes up what the recorded node made up: the ids, keys and times of its next answer. */
final class RecordedGenerator implements Generator {

  private final Deque<String> ids = new ArrayDeque<>();
  private final Deque<String> secrets = new ArrayDeque<>();
  private long now;

  RecordedGenerator(String nodeId) {
    ids.add(nodeId);
  }

  synchronized void next(JsonNode answer, long fallbackMillis) {
    ids.clear();
    secrets.clear();
    if (answer.path("id").isTextual()) {
      ids.add(answer.path("id").asText());
    }
    for (String field : new String[] {"key", "secret"}) {
      if (answer.path(field).isTextual()) {
        secrets.add(answer.path(field).asText());
      }
    }
    JsonNode time =
        answer.has("updated_at") ? answer.path("updated_at") : answer.path("created_at");
    now = time.isNumber() ? millis(time) : fallbackMillis;
  }

  synchronized void alsoId(String id) {
    ids.add(id);
  }

  synchronized void at(long millis) {
    now = millis;
  }

  @Override
  public synchronized String uuid() {
    return ids.isEmpty() ? UUID.randomUUID().toString() : ids.poll();
  }

  @Override
  public synchronized String secret() {
    return secrets.isEmpty() ? "0".repeat(32) : secrets.poll();
  }

  @Override
  public synchronized long nowMillis() {
    return now;
  }

  private static long millis(JsonNode seconds) {
    return seconds.decimalValue().multiply(BigDecimal.valueOf(1000)).longValue();
  }
}
