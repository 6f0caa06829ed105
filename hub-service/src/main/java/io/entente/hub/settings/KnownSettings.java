package io.entente.hub.settings;

import io.entente.hub.access.IngestTokenConfig;
import io.entente.hub.aggregate.AggregateConfig;
import io.entente.hub.apply.ApplyConfig;
import io.entente.hub.config.HubConfig;
import io.entente.hub.drift.DriftConfig;
import io.entente.hub.estate.BlobConfig;
import io.entente.hub.estate.ConnectionTestConfig;
import io.entente.hub.estate.InventoryConfig;
import io.entente.hub.estate.XdsConfig;
import io.entente.hub.ingest.IngestConfig;
import io.entente.hub.ingest.SyslogConfig;
import io.entente.hub.kafka.KafkaConfig;
import io.entente.hub.outbound.OutboundConfig;
import io.entente.hub.outbox.OutboxConfig;
import io.entente.hub.traffic.TrafficConfig;
import io.entente.model.identity.Spelling;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.PropertyName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Every key below {@code entente.}, as the typed interfaces have it. */
public final class KnownSettings {

  /** The interfaces, in the order in which the reference shows them. */
  public static final List<Class<?>> TOPICS =
      List.of(
          HubConfig.class,
          OutboundConfig.class,
          XdsConfig.class,
          InventoryConfig.class,
          ConnectionTestConfig.class,
          ApplyConfig.class,
          DriftConfig.class,
          IngestConfig.class,
          IngestTokenConfig.class,
          SyslogConfig.class,
          AggregateConfig.class,
          TrafficConfig.class,
          KafkaConfig.class,
          OutboxConfig.class,
          BlobConfig.class);

  private final List<String> keys;

  private KnownSettings(List<String> keys) {
    this.keys = keys;
  }

  /** Reads the interfaces. */
  public static KnownSettings read() {
    var keys = new TreeSet<String>();
    for (Class<?> topic : TOPICS) {
      keys.addAll(ConfigMappings.getProperties(ConfigClass.configClass(topic)).keySet());
    }
    return new KnownSettings(List.copyOf(keys));
  }

  /** Every key; {@code *} stands for a name that the operator chooses. */
  public List<String> keys() {
    return keys;
  }

  /** Whether there is such a setting. */
  public boolean has(String key) {
    // One element of a list is given as key[0].
    String whole = key.replaceFirst("\\[\\d+]$", "");
    return keys.stream().anyMatch(known -> matches(known, key) || matches(known, whole));
  }

  /** The key that is spelt most like it. */
  public String nearest(String key) {
    return keys.stream()
        .min(Comparator.comparingInt(known -> Spelling.distance(known, key)))
        .orElseThrow();
  }

  /** The variable that was probably meant, when this one is a known one with a slip. */
  public Optional<String> slip(String variable) {
    List<String> known = keys.stream().map(KnownSettings::variable).toList();
    if (known.contains(variable)) {
      return Optional.empty();
    }
    return known.stream().filter(one -> Spelling.distance(one, variable) <= 2).findFirst();
  }

  /** The environment variable of a key. */
  public static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static boolean matches(String known, String key) {
    return PropertyName.equals(known, key) || known.equals(key);
  }
}
