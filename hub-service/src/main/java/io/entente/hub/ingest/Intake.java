package io.entente.hub.ingest;

import io.entente.connector.kong.log.RouteAttribution;
import io.entente.connector.spi.TelemetrySink;
import io.entente.hub.traffic.TrafficConfig;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The road of every delivery: whether there is room for it, reading it, and an answer once all of
 * it is durable. How much is on it at once is bounded. Safe for many threads.
 */
@ApplicationScoped
public class Intake {

  private final IngestGateways gateways;
  private final TelemetrySink sink;
  private final IngestCounts counts;
  private final Room room;
  private final int maxEntries;

  @Inject
  Intake(
      IngestConfig config,
      TrafficConfig traffic,
      IngestGateways gateways,
      TelemetrySink sink,
      IngestCounts counts) {
    this(config, traffic.maxInFlight(), gateways, sink, counts);
  }

  Intake(
      IngestConfig config,
      int maxInFlight,
      IngestGateways gateways,
      TelemetrySink sink,
      IngestCounts counts) {
    this.gateways = gateways;
    this.sink = sink;
    this.counts = counts;
    this.room = Room.of(config, Runtime.getRuntime().maxMemory());
    // A batch that the sink could never hold would be delivered again and again.
    this.maxEntries = Math.min(config.maxEntries(), maxInFlight);
  }

  /** Most entries of one delivery. */
  int maxEntries() {
    return maxEntries;
  }

  /**
   * Room for a delivery of so many bytes; whoever asks sees that it is given back, which {@link
   * #take} does.
   *
   * @throws ProblemException when there is none
   */
  Room.Share enter(GatewayId gateway, long bytes) {
    return room.enter(gateway, bytes);
  }

  /**
   * Our routes on a gateway; blocks.
   *
   * @throws ProblemException when there is no such gateway
   */
  RouteAttribution routes(GatewayId gateway) {
    return gateways.routes(gateway).orElseThrow(IngestProblems::token);
  }

  /** The same where nobody has to be asked; does not block. */
  Optional<RouteAttribution> knownRoutes(GatewayId gateway) {
    return gateways.known(gateway);
  }

  /**
   * Takes in one delivery and gives its room back; the stage completes when every event of it is
   * durable.
   *
   * @param read what the delivery holds, on the calling thread
   * @throws ProblemException why nothing of it was taken; the stage may fail with one as well
   */
  <B extends IngestBatch> CompletionStage<B> take(Room.Share share, Supplier<B> read) {
    GatewayId gateway = share.gateway();
    B batch;
    CompletionStage<Void> durable;
    try {
      batch = read.get();
      durable = sink.accept(batch.recorded());
    } catch (RuntimeException | Error e) {
      share.giveBack();
      throw e;
    }
    var answer = new CompletableFuture<B>();
    durable.whenComplete(
        (done, failure) -> {
          share.giveBack();
          if (failure == null) {
            counts.took(gateway, batch.events().size(), batch.refusals());
            answer.complete(batch);
          } else {
            answer.completeExceptionally(cause(failure));
          }
        });
    return answer;
  }

  /** Counts a delivery of which nothing was taken. */
  void refused(Throwable why) {
    counts.refused(
        cause(why) instanceof ProblemException problem
            ? problem.problems().get(0).code()
            : "INTERNAL_ERROR");
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
