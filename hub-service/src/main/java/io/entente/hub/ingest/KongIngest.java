package io.entente.hub.ingest;

import io.entente.connector.kong.log.KongLogBatch;
import io.entente.connector.kong.log.KongLogException;
import io.entente.connector.kong.log.KongLogLimits;
import io.entente.connector.kong.log.KongLogReader;
import io.entente.connector.kong.log.KongLogSource;
import io.entente.connector.kong.log.RouteAttribution;
import io.entente.hub.estate.Estate;
import io.entente.model.event.Recorded;
import io.entente.model.event.Recording;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What Kong's http-log plugin delivers. Safe for many threads. */
@Singleton
public class KongIngest implements DeliveryForm<KongIngest.KongBatch> {

  private static final String JSON = "application/json";
  private static final Set<String> TYPES = Set.of(JSON);

  private final IngestConfig config;
  private final Tenant tenant;
  private final KongLogReader reader;

  @Inject
  KongIngest(IngestConfig config, Intake intake, Estate estate) {
    this(config, intake.maxEntries(), estate.tenant());
  }

  /**
   * @param mostEntries of one body
   */
  KongIngest(IngestConfig config, int mostEntries, Tenant tenant) {
    this.config = config;
    this.tenant = tenant;
    this.reader =
        new KongLogReader(
            new KongLogLimits(
                mostEntries, KongLogLimits.DEFAULT.depth(), KongLogLimits.DEFAULT.text()));
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public KongBatch read(
      Delivery delivery, InputStream body, GatewayId gateway, RouteAttribution routes) {
    Recording recording = delivery.recording().flatMap(Recording::of).orElse(Recording.ALL);
    return delivery.read(
        body,
        config,
        unpacked -> new KongBatch(log(delivery, unpacked, gateway, routes), recording));
  }

  @Override
  public Answer answer(Delivery delivery, KongBatch batch) {
    return new Answer(JSON, IngestAnswer.of(batch.log()).json());
  }

  private KongLogBatch log(
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
  record KongBatch(KongLogBatch log, Recording recording) implements IngestBatch {

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
