package io.entente.hub.traffic.rest;

import io.entente.hub.traffic.LiveItem;
import io.entente.hub.traffic.LiveTraffic;
import io.entente.hub.traffic.event.TrafficEventCodec;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.hub.traffic.store.TrafficStore;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.Locale;

/** Traffic of all gateways: counts, series, the last errors, and as it happens. */
@Path("/api/traffic")
@RolesAllowed("traffic:read")
public class TrafficResource {

  private static final int MOST_ERRORS = 1000;

  private final TrafficStore store;
  private final LiveTraffic live;
  private final Tenant tenant;

  TrafficResource(TrafficStore store, LiveTraffic live, Tenant tenant) {
    this.store = store;
    this.live = live;
    this.tenant = tenant;
  }

  @GET
  @Path("/summary")
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  public TrafficAnswers.Summary summary(
      @BeanParam TrafficParameters parameters, @BeanParam RankParameters rank) {
    var query = query(parameters);
    var found = store.summary(query);
    var groups = rank.ranked(found.groups());
    return new TrafficAnswers.Summary(
        query.from(),
        query.to(),
        groupBy(query),
        found.total(),
        groups,
        found.more() || groups.size() < found.groups().size());
  }

  /** The same beside the time of the same length just before it. */
  @GET
  @Path("/comparison")
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  public Comparison comparison(
      @BeanParam TrafficParameters parameters, @BeanParam RankParameters rank) {
    var query = query(parameters);
    rank.measure();
    return Comparison.of(
        query, store.summary(query), store.summary(Comparison.before(query)), rank);
  }

  @GET
  @Path("/series")
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  public TrafficAnswers.Series series(@BeanParam TrafficParameters parameters) {
    var query = query(parameters);
    return new TrafficAnswers.Series(
        query.from(), query.to(), groupBy(query), query.step().toSeconds(), store.series(query));
  }

  @GET
  @Path("/errors")
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  public TrafficAnswers.Errors errors(
      @BeanParam TrafficParameters parameters,
      @QueryParam("minStatus") @DefaultValue("500") String minStatus,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    var query = query(parameters);
    var least = number("minStatus", minStatus, 100, 999);
    var found = store.errors(query, least, number("limit", limit, 1, MOST_ERRORS));
    return new TrafficAnswers.Errors(query.from(), query.to(), least, found);
  }

  /** Events named {@code traffic} hold a CloudEvent; {@code dropped} says how many are missing. */
  @GET
  @Path("/live")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> live(@BeanParam TrafficParameters parameters, @Context Sse sse) {
    return live.watch(tenant, parameters.filter()).map(item -> event(sse, item));
  }

  private static OutboundSseEvent event(Sse sse, LiveItem item) {
    var event = sse.newEventBuilder().mediaType(MediaType.APPLICATION_JSON_TYPE);
    if (item instanceof LiveItem.Seen seen) {
      return event.name("traffic").data(TrafficEventCodec.structured(seen.event())).build();
    }
    var dropped = ((LiveItem.Dropped) item).events();
    return event.name("dropped").data("{\"dropped\":" + dropped + "}").build();
  }

  private TrafficQuery query(TrafficParameters parameters) {
    return parameters.query(tenant, Instant.now());
  }

  private static String groupBy(TrafficQuery query) {
    return query.groupBy().name().toLowerCase(Locale.ROOT);
  }

  static int number(String name, String text, int least, int most) {
    if (text.matches("\\d{1,6}")) {
      var number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new ProblemException(
        Problem.user(
            "TRAFFIC_NUMBER_INVALID",
            "'" + name + "' is not a number from " + least + " to " + most,
            name,
            text,
            "Give a whole number from " + least + " to " + most + "."));
  }
}
