package io.entente.hub.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where Kafka is and how clients authenticate. May hold passwords: it is never printed.
 *
 * @param bootstrapServers {@code host:port}, separated by commas
 * @param security settings of Kafka's own clients: {@code security.protocol}, {@code sasl.*},
 *     {@code ssl.*}
 */
public record KafkaAccess(String bootstrapServers, Map<String, String> security) {

  static {
    // Every client asks here first, and Kafka decides once.
    NativeLz4.load();
  }

  public KafkaAccess {
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException("kafka.bootstrap.servers is blank");
    }
    for (String name : security.keySet()) {
      if (!isSecurity(name)) {
        throw new IllegalArgumentException(name + " is no setting of Kafka's security");
      }
    }
    security = Map.copyOf(security);
  }

  /** Without authentication. */
  public static KafkaAccess plain(String bootstrapServers) {
    return new KafkaAccess(bootstrapServers, Map.of());
  }

  static boolean isSecurity(String name) {
    return name.equals(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
        || name.startsWith("sasl.")
        || name.startsWith("ssl.");
  }

  /** A client's own settings together with these. */
  public Map<String, Object> with(Map<String, Object> client) {
    var all = new HashMap<String, Object>(client);
    all.putAll(security);
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return all;
  }

  @Override
  public String toString() {
    return bootstrapServers + " with " + new TreeMap<>(security).keySet();
  }
}
