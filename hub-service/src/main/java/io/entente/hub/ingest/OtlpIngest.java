package io.entente.hub.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.connector.envoy.GatewayAuthenticator;
import io.entente.connector.envoy.GatewayIdentity;
import io.entente.connector.kong.log.RouteAttribution;
import io.entente.hub.estate.Estate;
import io.entente.hub.ingest.otlp.OtlpException;
import io.entente.hub.ingest.otlp.OtlpReader;
import io.entente.hub.ingest.otlp.OtlpReader.Source;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.ProblemException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Request logs that come as OTLP. Safe for many threads. */
@Singleton
public class OtlpIngest implements DeliveryForm<OtlpIngest.Taken> {

  private static final String PROTOBUF = "application/x-protobuf";
  private static final String JSON = "application/json";
  private static final Set<String> TYPES = Set.of(PROTOBUF, JSON);

  private final IngestConfig config;
  private final Tenant tenant;
  private final GatewayAuthenticator credentials;
  private final Intake intake;
  private final ObjectMapper json;
  private final OtlpReader reader;

  OtlpIngest(
      IngestConfig config,
      Estate estate,
      GatewayAuthenticator credentials,
      Intake intake,
      ObjectMapper json) {
    this.config = config;
    this.tenant = estate.tenant();
    this.credentials = credentials;
    this.intake = intake;
    this.json = json;
    this.reader = new OtlpReader(intake.maxEntries());
  }

  /** The answer in the JSON encoding of OTLP. */
  record Exported(Partial partialSuccess) {}

  /**
   * What was not taken.
   *
   * @param rejectedLogRecords a number, as text as the encoding asks for
   */
  record Partial(String rejectedLogRecords, String errorMessage) {}

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

  @Override
  public Set<String> types() {
    return TYPES;
  }

  /** Of a token that was issued for the gateway. */
  @Override
  public Optional<GatewayId> asked(Delivery delivery) {
    return delivery.token().flatMap(credentials::authenticate).map(GatewayIdentity::gateway);
  }

  @Override
  public boolean asks() {
    return true;
  }

  @Override
  public Taken read(
      Delivery delivery, InputStream body, GatewayId gateway, RouteAttribution routes) {
    var source = new Source(tenant, gateway, routes, Instant.now());
    return delivery.read(
        body,
        config,
        unpacked -> {
          try {
            return Taken.of(
                isJson(delivery) ? reader.json(unpacked, source) : reader.binary(unpacked, source));
          } catch (OtlpException e) {
            throw IngestProblems.of(e);
          }
        });
  }

  @Override
  public Answer answer(Delivery delivery, Taken taken) {
    if (!isJson(delivery)) {
      return new Answer(PROTOBUF, response(taken).toByteArray());
    }
    var partial = new Partial(Integer.toString(taken.refusals().size()), taken.message());
    try {
      return new Answer(JSON, json.writeValueAsBytes(new Exported(partial)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
  }

  private static boolean isJson(Delivery delivery) {
    return delivery.type().equals(JSON);
  }

  static ExportLogsServiceResponse response(Taken taken) {
    var response = ExportLogsServiceResponse.newBuilder();
    if (!taken.refusals().isEmpty()) {
      response.setPartialSuccess(
          ExportLogsPartialSuccess.newBuilder()
              .setRejectedLogRecords(taken.refusals().size())
              .setErrorMessage(taken.message()));
    }
    return response.build();
  }

  /**
   * Takes in a message over gRPC, whose caller is known; the stage completes when every event of it
   * is durable. Blocks while it asks for the gateway's routes.
   *
   * @throws ProblemException why nothing of it was taken; the stage may fail with one as well
   */
  CompletionStage<Taken> take(GatewayIdentity caller, ExportLogsServiceRequest message) {
    GatewayId gateway = caller.gateway();
    try {
      var source = new Source(tenant, gateway, intake.routes(gateway), Instant.now());
      return intake.take(
          intake.enter(gateway, message.getSerializedSize()),
          () -> {
            try {
              return Taken.of(reader.message(message, source));
            } catch (OtlpException e) {
              throw IngestProblems.of(e);
            }
          });
    } catch (ProblemException e) {
      intake.refused(e);
      throw e;
    }
  }
}
