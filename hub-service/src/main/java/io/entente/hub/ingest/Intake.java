package io.entente.hub.ingest;

import io.entente.connector.kong.log.RouteAttribution;
import io.entente.connector.spi.TelemetrySink;
import io.entente.hub.traffic.TrafficConfig;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The road of every delivery: whose it is, whether there is a place for it, reading it, and an
 * answer once all of it is durable. How many are on it at once is bounded. Safe for many threads.
 */
@ApplicationScoped
public class Intake {

  private final IngestGateways gateways;
  private final TelemetrySink sink;
  private final IngestCounts counts;
  private final Places places;
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
    this.places = new Places(config.concurrent(), config.concurrentPerGateway());
    // A batch that the sink could never hold would be delivered again and again.
    this.maxEntries = Math.min(config.maxEntries(), maxInFlight);
  }

  /** Most entries of one delivery. */
  int maxEntries() {
    return maxEntries;
  }

  /**
   * Takes in one delivery; the stage completes when every event of it is durable.
   *
   * @param who the gateway of the delivery's credential
   * @param read what the delivery holds, on the calling thread
   * @throws ProblemException why nothing of it was taken; the stage may fail with one as well
   */
  <B extends IngestBatch> CompletionStage<B> take(
      Supplier<GatewayId> who, BiFunction<GatewayId, RouteAttribution, B> read) {
    try {
      GatewayId gateway = who.get();
      RouteAttribution routes = gateways.routes(gateway).orElseThrow(IngestProblems::token);
      if (!places.take(gateway)) {
        throw IngestProblems.busy();
      }
      B batch;
      CompletionStage<Void> durable;
      try {
        batch = read.apply(gateway, routes);
        durable = sink.accept(batch.recorded());
      } catch (RuntimeException | Error e) {
        places.giveBack(gateway);
        throw e;
      }
      var answer = new CompletableFuture<B>();
      durable.whenComplete(
          (done, failure) -> {
            places.giveBack(gateway);
            if (failure == null) {
              counts.took(gateway, batch.events().size(), batch.refusals());
              answer.complete(batch);
            } else {
              answer.completeExceptionally(counted(failure));
            }
          });
      return answer;
    } catch (ProblemException e) {
      counted(e);
      throw e;
    }
  }

  private Throwable counted(Throwable failure) {
    Throwable why =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    counts.refused(
        why instanceof ProblemException problem
            ? problem.problems().get(0).code()
            : "INTERNAL_ERROR");
    return why;
  }
}
