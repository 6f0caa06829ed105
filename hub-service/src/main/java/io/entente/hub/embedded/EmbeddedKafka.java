package io.entente.hub.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jboss.logging.Logger;

/**
 * A KRaft broker and controller inside this process, on loopback ports picked at start; data stays
 * in its directory across restarts. What it acknowledged survives the death of the process, not the
 * loss of power. Start and close block, for up to 15 s after an unclean stop.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(EmbeddedKafka.class);
  private static final int ADMIN_TIMEOUT_SECONDS = 60;

  private final KafkaRaftServer server;
  private final String bootstrapServers;
  private boolean closed;

  private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker over {@code directory} and creates the {@link Topics} that are missing. Returns
   * when it takes requests; throws {@link IllegalStateException} with the cause when it cannot.
   */
  public static EmbeddedKafka start(Path directory) {
    return start(directory, freePort());
  }

  /** As {@link #start(Path)}, at an address that clients already know. */
  public static EmbeddedKafka start(Path directory, int brokerPort) {
    return start(directory, brokerPort, brokerPort);
  }

  /**
   * @param reachedAt port of the same machine by which clients are to come, such as a relay's
   */
  static EmbeddedKafka start(Path directory, int brokerPort, int reachedAt) {
    return start(directory, brokerPort, reachedAt, settings -> {});
  }

  /**
   * @param more changes the broker's settings before it starts, such as by another listener
   */
  static EmbeddedKafka start(
      Path directory, int brokerPort, int reachedAt, Consumer<Properties> more) {
    surviveFatalFaults();
    var controllerPort = freePort();
    format(directory);
    var settings = BrokerSettings.of(directory, brokerPort, reachedAt, controllerPort);
    more.accept(settings);
    var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    var kafka = new EmbeddedKafka(server, "127.0.0.1:" + brokerPort);
    try {
      server.startup();
      kafka.createTopics();
      return kafka;
    } catch (RuntimeException e) {
      kafka.close();
      throw new IllegalStateException("embedded Kafka over " + directory + " did not start", e);
    }
  }

  /** The value for {@code kafka.bootstrap.servers}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Stops the broker and waits until its files are closed. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    server.shutdown();
    server.awaitShutdown();
  }

  private void createTopics() {
    Map<String, Object> config =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (var admin = Admin.create(config)) {
      var missing =
          Topics.all().stream()
              .map(t -> new NewTopic(t.topic(), t.partitions(), (short) 1))
              .toList();
      for (var created : admin.createTopics(missing).values().values()) {
        try {
          created.get(ADMIN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw new IllegalStateException("topic could not be created", e.getCause());
          }
        }
      }
    } catch (TimeoutException e) {
      throw new IllegalStateException("topics were not created in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    }
  }

  private static void format(Path directory) {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(directory);
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(BrokerSettings.NODE_ID)
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .setMetadataLogDirectory(directory.toString())
          .addDirectory(directory.toString())
          .setIgnoreFormatted(true)
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("Kafka directory " + directory + " cannot be formatted", e);
    }
  }

  /** A broker that dies must not take the process with it: the default is to halt the JVM. */
  private static void surviveFatalFaults() {
    Exit.setExitProcedure((status, message) -> refuse("exit", status, message));
    Exit.setHaltProcedure((status, message) -> refuse("halt", status, message));
  }

  private static void refuse(String what, int status, String message) {
    LOG.errorf("embedded Kafka asked to %s the process (status %d): %s", what, status, message);
    throw new IllegalStateException("embedded Kafka failed with status " + status);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free loopback port", e);
    }
  }
}
