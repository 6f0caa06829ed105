package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.Timeout;
import io.entente.translator.FieldLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * {@code timeout} as times of the route and, for {@code connect}, of its cluster: of each the
 * shortest.
 */
public final class TimeoutEmitter implements KindEmitter {

  /** After what silence our listener ends a request anyway. */
  static final Duration LISTENER_IDLE = Duration.ofSeconds(300);

  private static final List<String> FIELDS = List.of("connect", "request", "idle");

  @Override
  public String kindName() {
    return "timeout";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    List<Policy> enforced = UpstreamLedger.enforced(policies);
    Optional<Duration> connect = shortest(enforced, Timeout::connect);
    Optional<Duration> request = shortest(enforced, Timeout::request);
    Optional<Duration> idle = shortest(enforced, Timeout::idle);
    var action = new TreeMap<String, Node>();
    var cluster = new TreeMap<String, Node>();
    connect.ifPresent(time -> cluster.put("connect_timeout", Proto.duration(time)));
    request.ifPresent(time -> action.put("timeout", Proto.duration(time)));
    idle.ifPresent(time -> action.put("idle_timeout", Proto.duration(time)));
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger =
          enforced.contains(policy)
              ? judge(policy, connect, request, idle)
              : UpstreamLedger.observing(policy, FIELDS);
      fidelity.add(ledger.report(place.route()));
    }
    return new RouteFilters(new UpstreamPart(action, cluster, new TreeMap<>(), false), fidelity);
  }

  private static FieldLedger judge(
      Policy policy,
      Optional<Duration> connect,
      Optional<Duration> request,
      Optional<Duration> idle) {
    var rule = (Timeout) policy.spec().kind();
    var ledger = new FieldLedger(policy);
    say(ledger, "connect", rule.connect(), connect, new ArrayList<>(), 503);
    var whole = new ArrayList<Deviation>();
    if (idle.isEmpty() && rule.request().filter(t -> t.compareTo(LISTENER_IDLE) > 0).isPresent()) {
      whole.add(
          UpstreamLedger.of(
              policy,
              "listener-idle",
              Direction.STRICTER,
              "%d s of silence end a request already: so the listener is set for all routes"
                  .formatted(LISTENER_IDLE.toSeconds()),
              "Write idle too, which stands in its place."));
    }
    say(ledger, "request", rule.request(), request, whole, 504);
    var silent = new ArrayList<Deviation>();
    silent.add(
        UpstreamLedger.of(
            policy,
            "client-silent",
            Direction.DIFFERENT,
            "1 status differs: a caller that is silent before its request is whole reads 408, not 504",
            "None needed: it is the caller who is late."));
    say(ledger, "idle", rule.idle(), idle, silent, 504);
    ledger.emitted("mode", Evidence.UPSTREAM_TIME.grade());
    return ledger;
  }

  private static void say(
      FieldLedger ledger,
      String field,
      Optional<Duration> said,
      Optional<Duration> holds,
      List<Deviation> deviations,
      int status) {
    if (said.isEmpty()) {
      ledger.withoutMeaning(field);
      return;
    }
    if (!said.equals(holds)) {
      deviations.add(
          UpstreamLedger.of(
              ledger.policy(),
              "held-by-shorter",
              Direction.STRICTER,
              "%d ms hold, not %d ms: another policy of the route asks for it"
                  .formatted(holds.orElseThrow().toMillis(), said.get().toMillis()),
              "None needed; this field of the policy is idle on this route."));
    }
    deviations.add(GrpcAnswer.of(ledger.policy(), status));
    ledger.emitted(field, Evidence.UPSTREAM_TIME.grade(), deviations);
  }

  private static Optional<Duration> shortest(
      List<Policy> policies, Function<Timeout, Optional<Duration>> part) {
    return policies.stream()
        .flatMap(policy -> part.apply((Timeout) policy.spec().kind()).stream())
        .min(Duration::compareTo);
  }
}
