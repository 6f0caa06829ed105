package io.entente.hub.traffic.rest;

import io.entente.hub.traffic.store.EventPlace;
import io.entente.hub.traffic.store.RecordedRequest;
import io.entente.hub.traffic.store.TrafficStore;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests one by one. */
@Path("/api/traffic/events")
@RolesAllowed("traffic:read")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TrafficEventsResource {

  private static final int MOST_OF_ONE_ID = 100;

  private final TrafficStore store;
  private final Tenant tenant;

  TrafficEventsResource(TrafficStore store, Tenant tenant) {
    this.store = store;
    this.tenant = tenant;
  }

  /** The newest first; {@code next} is the cursor of the next page, absent on the last. */
  @GET
  public TrafficAnswers.Events list(
      @BeanParam TrafficParameters parameters, @BeanParam EventParameters chosen) {
    var query = parameters.query(tenant, Instant.now());
    var checked = chosen.checked();
    List<RecordedRequest> found =
        store.events(query, checked.filter(), checked.after(), checked.limit() + 1);
    boolean more = found.size() > checked.limit();
    List<RecordedRequest> page = more ? found.subList(0, checked.limit()) : found;
    return new TrafficAnswers.Events(
        query.from(), query.to(), page, more ? Optional.of(place(page)) : Optional.empty());
  }

  /** All that is known of one request; its gateway is named where several have the id. */
  @GET
  @Path("/{id:.+}")
  public EventDetail get(
      @PathParam("id") String id, @QueryParam("gateway") Optional<String> gateway) {
    List<TrafficEvent> found = store.event(tenant, gateway, id, MOST_OF_ONE_ID);
    if (found.isEmpty()) {
      throw new ProblemException(
          Problem.user(
              "TRAFFIC_EVENT_NOT_FOUND",
              "There is no event of this id.",
              "id",
              id,
              "It may have expired; list events of a time with GET /api/traffic/events."));
    }
    TrafficEvent newest = found.get(0);
    if (found.stream().anyMatch(other -> !other.gateway().equals(newest.gateway()))) {
      throw new ProblemException(
          Problem.user(
              "TRAFFIC_EVENT_CONFLICT",
              "Several gateways told of an event of this id.",
              "gateway",
              id,
              "Name the gateway: ?gateway=" + newest.gateway() + "."));
    }
    return EventDetail.of(newest, found.size() - 1);
  }

  private static String place(List<RecordedRequest> page) {
    var last = page.get(page.size() - 1);
    return new EventPlace(last.time(), last.gateway(), last.id()).text();
  }
}
