package io.entente.hub.test;

import io.entente.hub.embedded.EmbeddedKafka;
import io.entente.hub.embedded.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and Kafka for tests, started once per JVM in a folder below target. */
public final class EmbeddedInfrastructure implements QuarkusTestResourceLifecycleManager {

  private static @Nullable Map<String, String> settings;

  @Override
  public Map<String, String> start() {
    synchronized (EmbeddedInfrastructure.class) {
      if (settings == null) {
        settings = startOnce();
      }
      return settings;
    }
  }

  private static Map<String, String> startOnce() {
    Path folder;
    try {
      folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "infrastructure");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    var kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  kafka.close();
                  postgres.close();
                }));
    var all = new HashMap<>(postgres.settings());
    all.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    all.put("entente.data-dir", folder.toString());
    all.put("entente.xds.port", "0");
    return Map.copyOf(all);
  }

  @Override
  public void stop() {
    // Kept until the JVM ends: starting a database for each test class would cost minutes.
  }
}
