package io.entente.translator.kong.reverse;

import io.entente.policy.CircuitBreaker;
import io.entente.policy.CircuitBreaker.Failures;
import io.entente.policy.PolicyKind;
import io.entente.policy.Retry;
import io.entente.policy.Timeout;
import io.entente.translator.kong.emit.RetryBounds;
import io.entente.translator.kong.emit.UpstreamEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a service that we made, and the upstream behind it, say beyond the API: silences, how often
 * a request is sent again, and when an endpoint is left alone.
 */
final class ServiceReading {

  private final Config service;
  private final Duration connect;
  private final boolean apart;

  /**
   * @param connect the time of the API itself
   * @param apart whether it is one route's alone among several: then a policy made it, if only by
   *     asking for what Kong does anyway
   */
  ServiceReading(Entity service, Duration connect, boolean apart) {
    this.service = new Config(service.body());
    this.connect = connect;
    this.apart = apart;
  }

  /**
   * @throws NotSaid a value is of no known type
   * @throws IllegalArgumentException a policy cannot hold one of the values
   */
  List<PolicyKind> kinds(Optional<Entity> upstream) {
    var kinds = new ArrayList<PolicyKind>();
    timeout().ifPresent(kinds::add);
    retry().ifPresent(kinds::add);
    upstream.flatMap(ServiceReading::breaker).ifPresent(kinds::add);
    if (kinds.isEmpty() && apart) {
      time("read_timeout")
          .map(silent -> new Timeout(Optional.empty(), Optional.empty(), Optional.of(silent)))
          .ifPresent(kinds::add);
    }
    return kinds;
  }

  private Optional<PolicyKind> timeout() {
    Optional<Duration> connecting = time("connect_timeout").filter(time -> !time.equals(connect));
    Optional<Duration> silent =
        time("read_timeout").filter(time -> !time.equals(UpstreamEmitter.UNTOLD));
    return connecting.isEmpty() && silent.isEmpty()
        ? Optional.empty()
        : Optional.of(new Timeout(connecting, Optional.empty(), silent));
  }

  private Optional<Duration> time(String field) {
    return service.whole(field).map(Duration::ofMillis);
  }

  /** Kong's retries have no conditions: whatever it sends again is named. */
  private Optional<PolicyKind> retry() {
    int again = service.whole("retries").map(Math::toIntExact).orElse(0);
    return again == 0
        ? Optional.empty()
        : Optional.of(
            new Retry(
                again,
                List.of(Retry.On.values()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                RetryBounds.SENT_AGAIN));
  }

  private static Optional<PolicyKind> breaker(Entity upstream) {
    var checks = new Config(upstream.body());
    String[] failures = {"healthchecks", "passive", "unhealthy", "http_failures"};
    long most = checks.whole(failures).orElse(0L);
    if (most == 0) {
      return Optional.empty();
    }
    boolean all =
        checks.wholes("healthchecks", "passive", "unhealthy", "http_statuses").contains(500L);
    long seconds = checks.whole("healthchecks", "active", "unhealthy", "interval").orElse(0L);
    return Optional.of(
        new CircuitBreaker(
            Math.toIntExact(most),
            all ? Failures.SERVER_ERRORS : Failures.GATEWAY_ERRORS,
            Duration.ofSeconds(seconds)));
  }
}
