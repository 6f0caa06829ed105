package io.entente.hub.traffic.rest;

import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.hub.traffic.IngestState;
import io.entente.hub.traffic.TrafficConsumer;
import io.entente.model.tree.Node;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The store of traffic itself: how far it is, and filling it again from Kafka. */
@Path("/api/traffic/store")
@RolesAllowed("traffic:read")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TrafficStoreResource {

  private final TrafficConsumer consumer;
  private final Audit audit;

  TrafficStoreResource(TrafficConsumer consumer, Audit audit) {
    this.consumer = consumer;
    this.audit = audit;
  }

  /**
   * How far the store is.
   *
   * @param behind records on Kafka that are not stored yet
   * @param stored events since the hub started
   * @param duplicates left out since then
   * @param poison records skipped since then, as they can never become an event
   * @param missed records that Kafka had dropped before they were read
   * @param rebuilding whether it is being filled again
   * @param failure why reading stands still, if it does
   */
  public record Progress(
      long behind,
      long stored,
      long duplicates,
      long poison,
      long missed,
      boolean rebuilding,
      Optional<String> failure) {

    static Progress of(IngestState state) {
      return new Progress(
          state.lag(),
          state.stored(),
          state.duplicates(),
          state.poison(),
          state.missed(),
          state.rereading(),
          state.failure());
    }
  }

  /**
   * What is asked for.
   *
   * @param reason why, for whoever reads the audit later
   */
  public record Rebuild(@NotBlank @Size(max = 1_000) String reason) {}

  @GET
  public Progress get() {
    return Progress.of(consumer.state());
  }

  /**
   * Has everything that Kafka still holds read again into the store; answers at once. Events older
   * than that stay. Until it is done questions see fewer events.
   */
  @POST
  @Path("/rebuild")
  @RolesAllowed("traffic:write")
  @ResponseStatus(202)
  @Consumes(MediaType.APPLICATION_JSON)
  public Progress rebuild(@NotNull @Valid Rebuild wanted, @Context SecurityContext caller) {
    String actor = caller.getUserPrincipal().getName();
    var detail = Node.obj(Map.of("reason", Node.text(wanted.reason())));
    audit.record(new AuditEntry(actor, "traffic.rebuild", "traffic/store", detail));
    consumer.reread();
    return Progress.of(consumer.state());
  }
}
