package io.entente.hub.ingest;

import io.entente.model.event.Recording;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where Kong's http-log plugin posts. Anybody may call; only the token of a gateway is let in, and
 * it decides for which gateway the entries count.
 */
@Path("/ingest/kong")
public class KongIngestResource {

  private final KongIngest ingest;

  KongIngestResource(KongIngest ingest) {
    this.ingest = ingest;
  }

  /** Answers 200 once every accepted event is durable; anything else may be delivered again. */
  @POST
  @PermitAll
  @Blocking
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Take in request logs of a Kong gateway",
      description =
          "The body is what the http-log plugin writes: one entry or an array of them, plain or"
              + " gzip. The gateway's own token in x-entente-gateway-token (or as Bearer) decides"
              + " whose they are. Entries that can never become an event are left out, counted and"
              + " named in the answer. Everything accepted is durable when this answers 200.")
  public CompletionStage<IngestAnswer> take(
      @HeaderParam("x-entente-gateway-token") @Nullable String token,
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
      @HeaderParam("x-entente-node") @Nullable String node,
      InputStream body) {
    var delivery = Delivery.of(token, authorization, type, encoding, length, node);
    return ingest.take(delivery, body);
  }

  /** The same for routes of which not everything is to be kept. */
  @POST
  @Path("/{recording}")
  @PermitAll
  @Blocking
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Take in request logs of a Kong gateway of which a part is kept",
      description =
          "As without the last part of the path, which says what is kept of the entries:"
              + " errors-and-1-in-10 for example all that failed, and of the others one in 10, which"
              + " stands for 10; aggregate none of them, but counts of all. Where it is not"
              + " understood, all are kept.")
  public CompletionStage<IngestAnswer> takeSome(
      @PathParam("recording") String recording,
      @HeaderParam("x-entente-gateway-token") @Nullable String token,
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
      @HeaderParam("x-entente-node") @Nullable String node,
      InputStream body) {
    var delivery = Delivery.of(token, authorization, type, encoding, length, node);
    return ingest.take(delivery, Recording.of(recording).orElse(Recording.ALL), body);
  }
}
