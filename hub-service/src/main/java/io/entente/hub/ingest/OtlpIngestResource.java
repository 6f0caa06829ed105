package io.entente.hub.ingest;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Where exporters of OTLP post logs. Anybody may call; only a token of a gateway is let in, and it
 * decides for which gateway the records count.
 */
@Path("/ingest/otlp/v1/logs")
public class OtlpIngestResource {

  private final OtlpIngest ingest;

  OtlpIngestResource(OtlpIngest ingest) {
    this.ingest = ingest;
  }

  /** The answer in the JSON encoding of OTLP. */
  public record Exported(Partial partialSuccess) {}

  /**
   * What was not taken.
   *
   * @param rejectedLogRecords a number, as text as the encoding asks for
   */
  public record Partial(String rejectedLogRecords, String errorMessage) {}

  /** Answers 200 once every accepted event is durable; anything else may be delivered again. */
  @POST
  @PermitAll
  @Blocking
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "Take in request logs as OTLP",
      description =
          "An ExportLogsServiceRequest, binary or JSON, plain or gzip. A token of the gateway in"
              + " x-entente-gateway-token (or as Bearer) decides whose the records are. A record"
              + " tells of one request by the names of the semantic conventions; one that can"
              + " never become an event is left out and counted in partialSuccess. Everything"
              + " accepted is durable when this answers 200. The answer is encoded as the request.")
  @APIResponse(
      responseCode = "200",
      description = "Everything accepted is durable",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Exported.class)))
  public CompletionStage<Response> take(
      @HeaderParam("x-entente-gateway-token") @Nullable String token,
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
      InputStream body) {
    var delivery = Delivery.of(token, authorization, type, encoding, length, null);
    boolean json = delivery.type().equals(OtlpIngest.JSON);
    return ingest.take(delivery, body).thenApply(taken -> json ? json(taken) : binary(taken));
  }

  private static Response json(OtlpIngest.Taken taken) {
    var partial = new Partial(Integer.toString(taken.refusals().size()), taken.message());
    return Response.ok(new Exported(partial), MediaType.APPLICATION_JSON_TYPE).build();
  }

  private static Response binary(OtlpIngest.Taken taken) {
    return Response.ok(response(taken).toByteArray(), OtlpIngest.PROTOBUF).build();
  }

  static ExportLogsServiceResponse response(OtlpIngest.Taken taken) {
    var response = ExportLogsServiceResponse.newBuilder();
    if (!taken.refusals().isEmpty()) {
      response.setPartialSuccess(
          ExportLogsPartialSuccess.newBuilder()
              .setRejectedLogRecords(taken.refusals().size())
              .setErrorMessage(taken.message()));
    }
    return response.build();
  }
}
