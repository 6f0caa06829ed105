package io.entente.simulator.kong.proxy.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All log queues of a node: one for each worker and plugin configuration. Any thread. Closing loses
 * what was not sent.
 */
public final class LogQueues implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<Key, LogQueue> queues = new ConcurrentHashMap<>();

  private record Key(int worker, String config) {}

  public void add(int worker, JsonNode config, ObjectNode entry) {
    queues
        .computeIfAbsent(
            new Key(worker, config.toString()),
            key ->
                new LogQueue(
                    QueueSettings.of(config),
                    new LogSink(client, config),
                    "kong-log-" + worker + "-" + queues.size()))
        .add(entry.toString());
  }

  /** Entries lost so far, for lack of room or because an endpoint stayed away. */
  public long lost() {
    return queues.values().stream().mapToLong(LogQueue::lost).sum();
  }

  @Override
  public void close() {
    queues.values().forEach(LogQueue::close);
  }
}
