package io.entente.hub.traffic;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Another event that is one but for what is said of it. */
public final class EventDraft {

  private final TrafficEvent like;
  private Instant observedTime;
  private Optional<ApiName> api;
  private Optional<RouteName> route;
  private Optional<Long> requestBytes;
  private Optional<String> consumer;
  private Optional<String> clientAddress;
  private Optional<String> decision;
  private Optional<String> trace;
  private Optional<String> provenance;
  private Set<String> notObservable;

  private EventDraft(TrafficEvent like) {
    this.like = like;
    this.observedTime = like.observedTime();
    this.api = like.api();
    this.route = like.route();
    this.requestBytes = like.requestBytes();
    this.consumer = like.consumer();
    this.clientAddress = like.clientAddress();
    this.decision = like.decision();
    this.trace = like.trace();
    this.provenance = like.provenance();
    this.notObservable = like.notObservable();
  }

  public static EventDraft like(TrafficEvent event) {
    return new EventDraft(event);
  }

  public EventDraft observed(Instant when) {
    observedTime = when;
    return this;
  }

  public EventDraft on(String api, String route) {
    this.api = Optional.of(new ApiName(api));
    this.route = Optional.of(new RouteName(route));
    return this;
  }

  public EventDraft bytes(long ofRequest) {
    requestBytes = Optional.of(ofRequest);
    return this;
  }

  public EventDraft by(Optional<String> consumer, String address) {
    this.consumer = consumer;
    this.clientAddress = Optional.of(address);
    return this;
  }

  public EventDraft decided(String decision, String provenance) {
    this.decision = Optional.of(decision);
    this.provenance = Optional.of(provenance);
    return this;
  }

  public EventDraft traced(String id) {
    trace = Optional.of(id);
    return this;
  }

  public EventDraft unseen(Set<String> attributes) {
    this.notObservable = attributes;
    return this;
  }

  public TrafficEvent event() {
    return new TrafficEvent(
            like.id(),
            like.tenant(),
            like.gateway(),
            like.node(),
            like.time(),
            observedTime,
            like.method(),
            like.path(),
            like.host(),
            like.status(),
            like.duration(),
            like.upstreamDuration(),
            requestBytes,
            like.responseBytes(),
            api,
            route,
            consumer,
            clientAddress,
            decision,
            trace,
            provenance,
            new TreeSet<>(notObservable))
        .weighing(like.weight());
  }
}
