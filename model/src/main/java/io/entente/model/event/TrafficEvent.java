package io.entente.model.event;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One request as a gateway observed it. Attribute names on the wire are those of the pinned
 * OpenTelemetry conventions; this record holds the same facts typed.
 *
 * @param id unique with {@code gateway}; consumers drop duplicates by it
 * @param tenant owner of the gateway
 * @param gateway decided by the credential or stream, never by the body
 * @param node data-plane process, as it names itself
 * @param time when the request began, on the data plane's clock
 * @param observedTime when the hub received the observation
 * @param method upper case
 * @param path without query
 * @param host authority as requested
 * @param status answer's status; 0 when the client was gone
 * @param duration whole exchange
 * @param upstreamDuration first byte sent to first byte received, if proxied
 * @param requestBytes body
 * @param responseBytes body
 * @param api the API the route belongs to
 * @param route the route within the API
 * @param consumer who called, as the gateway established it
 * @param clientAddress peer address
 * @param decision the gateway's own word for how the answer came about
 * @param trace W3C trace id, 32 hexadecimal digits
 * @param provenance the vendor's means that told of it, for example {@code kong/http-log}
 * @param notObservable names of attributes this vendor or set-up cannot see; sorted
 * @param weight how many similar requests this one stands for, itself among them; 1 unless others
 *     were left out on purpose
 */
public record TrafficEvent(
    String id,
    Tenant tenant,
    GatewayId gateway,
    String node,
    Instant time,
    Instant observedTime,
    String method,
    String path,
    Optional<String> host,
    int status,
    Duration duration,
    Optional<Duration> upstreamDuration,
    Optional<Long> requestBytes,
    Optional<Long> responseBytes,
    Optional<ApiName> api,
    Optional<RouteName> route,
    Optional<String> consumer,
    Optional<String> clientAddress,
    Optional<String> decision,
    Optional<String> trace,
    Optional<String> provenance,
    SortedSet<String> notObservable,
    int weight) {

  public TrafficEvent {
    if (id.isBlank()) {
      throw new IllegalArgumentException("event id is blank");
    }
    if (path.indexOf('?') >= 0) {
      throw new IllegalArgumentException("path of event " + id + " holds a query");
    }
    if (status < 0 || status > 999) {
      throw new IllegalArgumentException("status " + status + " of event " + id + " is impossible");
    }
    if (duration.isNegative()) {
      throw new IllegalArgumentException("duration " + duration + " of event " + id + " is < 0");
    }
    if (weight < 1) {
      throw new IllegalArgumentException("weight " + weight + " of event " + id + " is < 1");
    }
    notObservable = Collections.unmodifiableSortedSet(new TreeSet<>(notObservable));
  }

  /** One that stands for itself alone. */
  public TrafficEvent(
      String id,
      Tenant tenant,
      GatewayId gateway,
      String node,
      Instant time,
      Instant observedTime,
      String method,
      String path,
      Optional<String> host,
      int status,
      Duration duration,
      Optional<Duration> upstreamDuration,
      Optional<Long> requestBytes,
      Optional<Long> responseBytes,
      Optional<ApiName> api,
      Optional<RouteName> route,
      Optional<String> consumer,
      Optional<String> clientAddress,
      Optional<String> decision,
      Optional<String> trace,
      Optional<String> provenance,
      SortedSet<String> notObservable) {
    this(
        id,
        tenant,
        gateway,
        node,
        time,
        observedTime,
        method,
        path,
        host,
        status,
        duration,
        upstreamDuration,
        requestBytes,
        responseBytes,
        api,
        route,
        consumer,
        clientAddress,
        decision,
        trace,
        provenance,
        notObservable,
        1);
  }

  /** The same, standing for {@code weight} similar requests. */
  public TrafficEvent weighing(int weight) {
    return new TrafficEvent(
        id,
        tenant,
        gateway,
        node,
        time,
        observedTime,
        method,
        path,
        host,
        status,
        duration,
        upstreamDuration,
        requestBytes,
        responseBytes,
        api,
        route,
        consumer,
        clientAddress,
        decision,
        trace,
        provenance,
        notObservable,
        weight);
  }

  /** Whether it ended in an error: answered with 400 or above, or its client was gone. */
  public boolean failed() {
    return status >= 400 || status == 0;
  }
}
