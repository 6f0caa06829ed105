package io.entente.hub.ingest;

import io.entente.connector.kong.log.KongLogBatch;
import io.entente.connector.kong.log.KongLogException;
import io.entente.connector.kong.log.KongLogLimits;
import io.entente.connector.kong.log.KongLogReader;
import io.entente.connector.kong.log.KongLogSource;
import io.entente.connector.kong.log.RouteAttribution;
import io.entente.hub.access.IngestTokens;
import io.entente.hub.estate.Estate;
import io.entente.model.event.Recorded;
import io.entente.model.event.Recording;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Takes in what Kong's http-log plugin delivers. Reads and parses on the calling thread, which must
 * be a worker. Safe for many threads.
 */
@ApplicationScoped
public class KongIngest {

  private static final Set<String> TYPES = Set.of("application/json");

  private final IngestConfig config;
  private final Tenant tenant;
  private final IngestTokens tokens;
  private final Intake intake;
  private final KongLogReader reader;

  @Inject
  KongIngest(IngestConfig config, Estate estate, IngestTokens tokens, Intake intake) {
    this(config, estate.tenant(), tokens, intake);
  }

  KongIngest(IngestConfig config, Tenant tenant, IngestTokens tokens, Intake intake) {
    this.config = config;
    this.tenant = tenant;
    this.tokens = tokens;
    this.intake = intake;
    this.reader =
        new KongLogReader(
            new KongLogLimits(
                intake.maxEntries(), KongLogLimits.DEFAULT.depth(), KongLogLimits.DEFAULT.text()));
  }

  /**
   * Takes in one delivery; the stage completes when every event of it is durable.
   *
   * @throws ProblemException why nothing of it was taken; the stage may fail with one as well
   */
  CompletionStage<IngestAnswer> take(Delivery delivery, InputStream body) {
    return take(delivery, Recording.ALL, body);
  }

  /** The same where only a part of what arrives is to be kept. */
  CompletionStage<IngestAnswer> take(Delivery delivery, Recording recording, InputStream body) {
    return intake
        .take(
            () -> {
              GatewayId gateway =
                  delivery.token().flatMap(tokens::verify).orElseThrow(IngestProblems::token);
              delivery.check(config, TYPES);
              return gateway;
            },
            (gateway, routes) ->
                delivery.read(
                    body,
                    config,
                    unpacked ->
                        new KongBatch(read(delivery, unpacked, gateway, routes), recording)))
        .thenApply(batch -> IngestAnswer.of(batch.log()));
  }

  private KongLogBatch read(
      Delivery delivery, InputStream unpacked, GatewayId gateway, RouteAttribution routes)
      throws IOException {
    var source = new KongLogSource(tenant, gateway, delivery.node(), Instant.now());
    try {
      return reader.read(unpacked, source, routes);
    } catch (KongLogException e) {
      throw IngestProblems.of(e);
    }
  }

  /** What Kong's log came to. */
  private record KongBatch(KongLogBatch log, Recording recording) implements IngestBatch {

    @Override
    public List<TrafficEvent> events() {
      return log.events();
    }

    @Override
    public Recorded recorded() {
      return Recorded.of(events(), recording);
    }

    @Override
    public List<String> refusals() {
      return log.refused().stream().map(refused -> refused.reason().name()).toList();
    }
  }
}
