package io.entente.translator.kong.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.CircuitBreaker;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.Retry;
import io.entente.policy.Timeout;
import io.entente.translator.FieldLedger;
import io.entente.translator.KindFields;
import io.entente.translator.Stated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code timeout}, {@code retry} and {@code circuitBreaker} together, which share a service: as
 * fields of a service and an upstream that are made for the route; where the service belongs to
 * others as the plugin upstream-timeout of the enterprise edition, or not at all.
 */
public final class UpstreamEmitter implements KindEmitter {

  /** How long Kong waits where nobody says it. */
  public static final Duration UNTOLD = Duration.ofSeconds(60);

  public static final String ENTERPRISE_PLUGIN = "upstream-timeout";

  @Override
  public Set<String> kindNames() {
    return Set.of("timeout", "retry", "circuitBreaker");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    var times = Times.of(policies);
    if (!place.made()) {
      return new Emission(
          plugin(policies, place, times),
          policies.stream().map(policy -> foreign(policy, place, times)).toList(),
          List.of());
    }
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      PolicyKind kind = policy.spec().kind();
      if (kind instanceof Timeout timeout) {
        TimeBounds.judge(ledger, timeout, times, Evidence.UPSTREAM_TIME.grade());
      } else if (kind instanceof Retry retry) {
        RetryBounds.judge(ledger, retry, times);
      } else {
        BreakerBounds.judge(ledger, (CircuitBreaker) kind, place);
      }
      fidelity.add(ledger.report(place.route()));
    }
    return new Emission(
        List.of(),
        fidelity,
        List.of(),
        Optional.of(new ServicePart(fields(times), breaker(policies), policies)));
  }

  private static TreeMap<String, Node> fields(Times times) {
    var fields = new TreeMap<String, Node>();
    times.connect().ifPresent(time -> fields.put("connect_timeout", millis(time)));
    times
        .silent()
        .ifPresent(
            time -> {
              fields.put("read_timeout", millis(time));
              fields.put("write_timeout", millis(time));
            });
    if (times.again() > 0) {
      fields.put("retries", Node.number(times.again()));
    }
    return fields;
  }

  private static Optional<Node.Obj> breaker(List<Policy> policies) {
    return policies.stream()
        .map(policy -> policy.spec().kind())
        .filter(CircuitBreaker.class::isInstance)
        .map(kind -> Healthchecks.of((CircuitBreaker) kind))
        .reduce((one, other) -> other);
  }

  private static List<PluginDraft> plugin(List<Policy> policies, Place place, Times times) {
    List<Policy> timeouts =
        policies.stream().filter(p -> p.spec().kind() instanceof Timeout).toList();
    if (timeouts.isEmpty() || !place.enterprise() || !place.has(ENTERPRISE_PLUGIN)) {
      return List.of();
    }
    Node.Obj config = Node.obj();
    if (times.connect().isPresent()) {
      config = config.with("connect_timeout", millis(times.connect().get()));
    }
    if (times.said().isPresent()) {
      config =
          config
              .with("read_timeout", millis(times.said().get()))
              .with("send_timeout", millis(times.said().get()));
    }
    return List.of(new PluginDraft(ENTERPRISE_PLUGIN, config, timeouts, ""));
  }

  private static PolicyFidelity foreign(Policy policy, Place place, Times times) {
    var ledger = new FieldLedger(policy);
    if (policy.spec().kind() instanceof Timeout timeout
        && place.enterprise()
        && place.has(ENTERPRISE_PLUGIN)) {
      TimeBounds.judge(ledger, timeout, times.alone(), Evidence.ENTERPRISE_SCHEMA.grade());
      return ledger.report(place.route());
    }
    boolean plugin = policy.spec().kind() instanceof Timeout;
    for (String field : KindFields.of(policy).keySet()) {
      ledger.unsupported(
          field,
          Evidence.UPSTREAM_UNSEEN.grade(),
          new Stated(policy.id())
              .different(
                  "service-of-others",
                  "0 fields of 1 service are written: it stands on the service, which belongs to others and serves their routes too",
                  plugin
                      ? "Use the plugin upstream-timeout of the enterprise edition, or let Entente make the API."
                      : "Let Entente make the API (spec.gateways), or set it on the service by hand."));
    }
    return ledger.report(place.route());
  }

  private static Node millis(Duration time) {
    return Node.number(time.toMillis());
  }

  /**
   * The times of a service.
   *
   * @param connect the shortest
   * @param said by timeouts, the shortest of request and idle
   * @param perTry of an attempt
   * @param again how often a request is sent again
   */
  record Times(
      Optional<Duration> connect, Optional<Duration> said, Optional<Duration> perTry, int again) {

    static Times of(List<Policy> policies) {
      List<Timeout> timeouts = all(policies, Timeout.class);
      Optional<Retry> retry = all(policies, Retry.class).stream().reduce((one, other) -> other);
      return new Times(
          timeouts.stream().flatMap(t -> t.connect().stream()).min(Duration::compareTo),
          timeouts.stream()
              .flatMap(t -> Stream.concat(t.request().stream(), t.idle().stream()))
              .min(Duration::compareTo),
          retry.flatMap(Retry::perTryTimeout),
          retry.map(Retry::attempts).orElse(0));
    }

    /** How long nothing may come of the upstream. */
    Optional<Duration> silent() {
      return Stream.concat(said.stream(), perTry.stream()).min(Duration::compareTo);
    }

    /** Where nothing is sent again by us. */
    Times alone() {
      return new Times(connect, said, Optional.empty(), 0);
    }

    private static <K> List<K> all(List<Policy> policies, Class<K> kind) {
      return policies.stream()
          .map(policy -> policy.spec().kind())
          .filter(kind::isInstance)
          .map(kind::cast)
          .toList();
    }
  }
}
