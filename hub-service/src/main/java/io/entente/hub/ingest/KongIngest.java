package io.entente.hub.ingest;

import io.entente.connector.kong.log.KongLogBatch;
import io.entente.connector.kong.log.KongLogException;
import io.entente.connector.kong.log.KongLogLimits;
import io.entente.connector.kong.log.KongLogReader;
import io.entente.connector.kong.log.KongLogSource;
import io.entente.connector.kong.log.RouteAttribution;
import io.entente.connector.spi.TelemetrySink;
import io.entente.hub.access.IngestTokens;
import io.entente.hub.estate.Estate;
import io.entente.hub.traffic.TrafficConfig;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.zip.ZipException;

/**
 * Takes in what Kong's http-log plugin delivers. Reads and parses on the calling thread, which must
 * be a worker; how many do so at once is bounded. Safe for many threads.
 */
@ApplicationScoped
public class KongIngest {

  private final IngestConfig config;
  private final Tenant tenant;
  private final IngestTokens tokens;
  private final IngestGateways gateways;
  private final TelemetrySink sink;
  private final IngestCounts counts;
  private final KongLogReader reader;
  private final Places places;

  @Inject
  KongIngest(
      IngestConfig config,
      TrafficConfig traffic,
      Estate estate,
      IngestTokens tokens,
      IngestGateways gateways,
      TelemetrySink sink,
      IngestCounts counts) {
    this(config, estate.tenant(), traffic.maxInFlight(), tokens, gateways, sink, counts);
  }

  KongIngest(
      IngestConfig config,
      Tenant tenant,
      int maxInFlight,
      IngestTokens tokens,
      IngestGateways gateways,
      TelemetrySink sink,
      IngestCounts counts) {
    this.config = config;
    this.tenant = tenant;
    this.tokens = tokens;
    this.gateways = gateways;
    this.sink = sink;
    this.counts = counts;
    // A batch that the sink could never hold would be delivered again and again.
    int entries = Math.min(config.maxEntries(), maxInFlight);
    this.reader =
        new KongLogReader(
            new KongLogLimits(
                entries, KongLogLimits.DEFAULT.depth(), KongLogLimits.DEFAULT.text()));
    this.places = new Places(config.concurrent(), config.concurrentPerGateway());
  }

  /**
   * Takes in one delivery; the stage completes when every event of it is durable.
   *
   * @throws ProblemException why nothing of it was taken; the stage may fail with one as well
   */
  CompletionStage<IngestAnswer> take(Delivery delivery, InputStream body) {
    try {
      GatewayId gateway =
          delivery.token().flatMap(tokens::verify).orElseThrow(IngestProblems::token);
      RouteAttribution routes = gateways.routes(gateway).orElseThrow(IngestProblems::token);
      delivery.check(config);
      if (!places.take(gateway)) {
        throw IngestProblems.busy();
      }
      KongLogBatch batch;
      CompletionStage<Void> durable;
      try {
        batch = read(delivery, body, gateway, routes);
        durable = sink.accept(batch.events());
      } catch (RuntimeException | Error e) {
        places.giveBack(gateway);
        throw e;
      }
      var answer = new CompletableFuture<IngestAnswer>();
      durable.whenComplete(
          (done, failure) -> {
            places.giveBack(gateway);
            if (failure == null) {
              counts.took(gateway, batch);
              answer.complete(IngestAnswer.of(batch));
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

  private KongLogBatch read(
      Delivery delivery, InputStream body, GatewayId gateway, RouteAttribution routes) {
    var source = new KongLogSource(tenant, gateway, delivery.node(), Instant.now());
    try (InputStream unpacked = delivery.open(body, config)) {
      return reader.read(unpacked, source, routes);
    } catch (KongLogException e) {
      throw IngestProblems.of(e);
    } catch (BodyTooLargeException e) {
      throw IngestProblems.tooLarge(String.valueOf(e.getMessage()));
    } catch (BodyTooSlowException e) {
      throw IngestProblems.tooSlow(String.valueOf(e.getMessage()));
    } catch (ZipException | EOFException e) {
      throw IngestProblems.malformed("it is not gzip, or cut off");
    } catch (IOException e) {
      throw IngestProblems.malformed("it broke off on the way");
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
