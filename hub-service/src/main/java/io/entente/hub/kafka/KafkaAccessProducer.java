package io.entente.hub.kafka;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** Reads what the operator gave as {@code kafka.*}, by the names that Kafka's clients have. */
final class KafkaAccessProducer {

  private static final String PREFIX = "kafka.";

  @Produces
  @Singleton
  KafkaAccess access(Config config) {
    var security = new TreeMap<String, String>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(PREFIX) && KafkaAccess.isSecurity(name.substring(PREFIX.length()))) {
        config
            .getOptionalValue(name, String.class)
            .ifPresent(value -> security.put(name.substring(PREFIX.length()), value));
      }
    }
    return new KafkaAccess(config.getValue("kafka.bootstrap.servers", String.class), security);
  }
}
