package io.entente.hub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What the hub stands on: embedded where no external one is configured. Starting sets the system
 * properties that point the hub at it.
 */
public final class Infrastructure implements AutoCloseable {

  private final DataDirectory directory;
  private final Optional<EmbeddedPostgres> postgres;
  private final Optional<EmbeddedKafka> kafka;

  private Infrastructure(
      DataDirectory directory, Optional<EmbeddedPostgres> postgres, Optional<EmbeddedKafka> kafka) {
    this.directory = directory;
    this.postgres = postgres;
    this.kafka = kafka;
  }

  /** Starts in parallel what is not configured to be elsewhere. Blocks; throws with the cause. */
  public static Infrastructure start(Path data) {
    DataDirectory directory = DataDirectory.lock(data);
    CompletableFuture<Optional<EmbeddedPostgres>> postgres =
        startUnless(
            "quarkus.datasource.jdbc.url", () -> EmbeddedPostgres.start(data.resolve("postgres")));
    CompletableFuture<Optional<EmbeddedKafka>> kafka =
        startUnless("kafka.bootstrap.servers", () -> EmbeddedKafka.start(data.resolve("kafka")));
    var infrastructure = new Infrastructure(directory, finished(postgres), finished(kafka));
    if (postgres.isCompletedExceptionally() || kafka.isCompletedExceptionally()) {
      infrastructure.close();
      postgres.join();
      kafka.join();
    }
    infrastructure.announce();
    return infrastructure;
  }

  private void announce() {
    System.setProperty("entente.data-dir", directory.path().toString());
    postgres.ifPresent(p -> p.settings().forEach(System::setProperty));
    kafka.ifPresent(
        k -> {
          System.setProperty("kafka.bootstrap.servers", k.bootstrapServers());
          try {
            Files.writeString(directory.path().resolve("kafka-address"), k.bootstrapServers());
          } catch (IOException e) {
            throw new UncheckedIOException("the address of Kafka cannot be written down", e);
          }
        });
  }

  private static <T> CompletableFuture<Optional<T>> startUnless(String setting, Supplier<T> start) {
    String variable = setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    boolean elsewhere = System.getProperty(setting) != null || System.getenv(variable) != null;
    return elsewhere
        ? CompletableFuture.completedFuture(Optional.empty())
        : CompletableFuture.supplyAsync(() -> Optional.of(start.get()));
  }

  private static <T> Optional<T> finished(CompletableFuture<Optional<T>> start) {
    return start
        .handle((started, failure) -> failure == null ? started : Optional.<T>empty())
        .join();
  }

  /** Stops Kafka, then PostgreSQL; the hub must be down before. */
  @Override
  public void close() {
    kafka.ifPresent(EmbeddedKafka::close);
    postgres.ifPresent(EmbeddedPostgres::close);
    directory.close();
  }
}
