package io.entente.simulator.kong.proxy.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All log queues of a node: one for each worker and plugin configuration. Any thread. Closing loses
 * what was not sent.
 */
public final class LogQueues implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<Key, LogQueue> queues = new ConcurrentHashMap<>();

  private final AtomicLong lostByRetired = new AtomicLong();
  private volatile boolean closed;

  private record Key(int worker, String config) {}

  public void add(int worker, JsonNode config, ObjectNode entry) {
    var key = new Key(worker, config.toString());
    String json = entry.toString();
    LogQueue queue = queues.computeIfAbsent(key, k -> open(k, config));
    while (!closed && !queue.add(json)) {
      if (queues.remove(key, queue)) {
        lostByRetired.addAndGet(queue.lost());
      }
      queue = queues.computeIfAbsent(key, k -> open(k, config));
    }
  }

  /** Entries lost so far, for lack of room or because an endpoint stayed away. */
  public long lost() {
    return lostByRetired.get() + queues.values().stream().mapToLong(LogQueue::lost).sum();
  }

  private LogQueue open(Key key, JsonNode config) {
    var sink = new LogSink(client, config);
    return new LogQueue(QueueSettings.of(config), sink, "kong-log-" + key.worker());
  }

  @Override
  public void close() {
    closed = true;
    queues.values().forEach(LogQueue::close);
  }
}
