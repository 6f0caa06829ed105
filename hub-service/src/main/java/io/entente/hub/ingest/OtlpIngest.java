package io.entente.hub.ingest;

import io.entente.connector.envoy.GatewayAuthenticator;
import io.entente.connector.envoy.GatewayIdentity;
import io.entente.hub.access.IngestTokens;
import io.entente.hub.estate.Estate;
import io.entente.hub.ingest.otlp.OtlpException;
import io.entente.hub.ingest.otlp.OtlpReader;
import io.entente.hub.ingest.otlp.OtlpReader.Source;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.ProblemException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Takes in request logs that come as OTLP. Reads and parses on the calling thread, which must be a
 * worker. Safe for many threads.
 */
@ApplicationScoped
public class OtlpIngest {

  static final String PROTOBUF = "application/x-protobuf";
  static final String JSON = "application/json";

  private final IngestConfig config;
  private final Tenant tenant;
  private final IngestTokens tokens;
  private final GatewayAuthenticator credentials;
  private final Intake intake;
  private final OtlpReader reader;

  @Inject
  OtlpIngest(
      IngestConfig config,
      Estate estate,
      IngestTokens tokens,
      GatewayAuthenticator credentials,
      Intake intake) {
    this(config, estate.tenant(), tokens, credentials, intake);
  }

  OtlpIngest(
      IngestConfig config,
      Tenant tenant,
      IngestTokens tokens,
      GatewayAuthenticator credentials,
      Intake intake) {
    this.config = config;
    this.tenant = tenant;
    this.tokens = tokens;
    this.credentials = credentials;
    this.intake = intake;
    this.reader = new OtlpReader(intake.maxEntries());
  }

  /** What an export came to; what is in {@code events} is durable. */
  record Taken(List<TrafficEvent> events, List<String> refusals) implements IngestBatch {

    static Taken of(OtlpReader.Batch batch) {
      return new Taken(batch.events(), batch.refusals());
    }

    /** In words for whoever runs the exporter; empty where nothing was refused. */
    String message() {
      return refusals.isEmpty()
          ? ""
          : "log records that can never become an event, first " + refusals.get(0);
    }
  }

  /**
   * Takes in a body; the stage completes when every event of it is durable.
   *
   * @throws ProblemException why nothing of it was taken; the stage may fail with one as well
   */
  CompletionStage<Taken> take(Delivery delivery, InputStream body) {
    return intake.take(
        () -> {
          GatewayId gateway = gateway(delivery);
          delivery.check(config, Set.of(PROTOBUF, JSON));
          return gateway;
        },
        (gateway, routes) ->
            delivery.read(
                body,
                config,
                unpacked -> {
                  var source = new Source(tenant, gateway, routes, Instant.now());
                  try {
                    return Taken.of(
                        delivery.type().equals(JSON)
                            ? reader.json(unpacked, source)
                            : reader.binary(unpacked, source));
                  } catch (OtlpException e) {
                    throw IngestProblems.of(e);
                  }
                }));
  }

  /** The same for a message over gRPC, whose caller is known. */
  CompletionStage<Taken> take(GatewayIdentity caller, ExportLogsServiceRequest message) {
    return intake.take(
        caller::gateway,
        (gateway, routes) -> {
          try {
            return Taken.of(
                reader.message(message, new Source(tenant, gateway, routes, Instant.now())));
          } catch (OtlpException e) {
            throw IngestProblems.of(e);
          }
        });
  }

  /** Of the token that the hub itself hands out, or of one that was issued for the gateway. */
  private GatewayId gateway(Delivery delivery) {
    String token = delivery.token().orElseThrow(IngestProblems::token);
    return tokens
        .verify(token)
        .or(() -> credentials.authenticate(token).map(GatewayIdentity::gateway))
        .orElseThrow(IngestProblems::token);
  }
}
