package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.CircuitBreaker;
import io.entente.policy.CircuitBreaker.Failures;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code circuitBreaker} as detection of outliers on a cluster of the route. Of itself Envoy ejects
 * no more than a tenth of the endpoints, each time for longer, and uses all of them when half are
 * ejected; all three are switched off.
 */
public final class CircuitBreakerEmitter implements KindEmitter {

  private static final List<String> FIELDS = List.of("consecutiveFailures", "failures", "openFor");

  @Override
  public String kindName() {
    return "circuitBreaker";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    List<Policy> enforced = UpstreamLedger.enforced(policies);
    var cluster = new TreeMap<String, Node>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var rule = (CircuitBreaker) policy.spec().kind();
      FieldLedger ledger;
      if (enforced.contains(policy)) {
        cluster.putAll(document(rule));
        ledger = judge(policy, rule, place);
      } else {
        ledger = UpstreamLedger.observing(policy, FIELDS);
      }
      fidelity.add(ledger.report(place.route()));
    }
    return new RouteFilters(
        new UpstreamPart(new TreeMap<>(), cluster, new TreeMap<>(), !cluster.isEmpty()), fidelity);
  }

  private static Map<String, Node> document(CircuitBreaker rule) {
    boolean all = rule.failures() == Failures.SERVER_ERRORS;
    Node detection =
        Proto.message("consecutive_5xx", Node.number(rule.consecutiveFailures()))
            .with("enforcing_consecutive_5xx", Node.number(all ? 100 : 0))
            .with("consecutive_gateway_failure", Node.number(rule.consecutiveFailures()))
            .with("enforcing_consecutive_gateway_failure", Node.number(all ? 0 : 100))
            .with("interval", Proto.duration(interval(rule)))
            .with("base_ejection_time", Proto.duration(rule.openFor()))
            .with("max_ejection_time", Proto.duration(rule.openFor()))
            .with("max_ejection_time_jitter", Node.text("0s"))
            .with("max_ejection_percent", Node.number(100))
            .with("enforcing_success_rate", Node.number(0))
            .with("enforcing_failure_percentage", Node.number(0))
            .with("split_external_local_origin_errors", Node.bool(false));
    return Map.of(
        "outlier_detection",
        detection,
        "common_lb_config",
        Proto.message("healthy_panic_threshold", Proto.message("value", Node.number(0)))
            .with("update_merge_window", Node.text("0s")));
  }

  /** How often it is looked whether the time is over: a tenth of it, at most every second. */
  private static Duration interval(CircuitBreaker rule) {
    Duration tenth = rule.openFor().dividedBy(10);
    return tenth.compareTo(Duration.ofSeconds(1)) < 0 ? tenth : Duration.ofSeconds(1);
  }

  private static FieldLedger judge(Policy policy, CircuitBreaker rule, Place place) {
    var ledger = new FieldLedger(policy);
    var evidence = Evidence.EJECTION.grade();
    var counted = new ArrayList<Deviation>();
    if (place.nodes() > 1) {
      counted.add(
          UpstreamLedger.of(
              policy,
              "per-node",
              Direction.LOOSER,
              "up to %d failures in a row, %d on each of %d nodes, before all leave the endpoint alone"
                  .formatted(
                      place.nodes() * rule.consecutiveFailures(),
                      rule.consecutiveFailures(),
                      place.nodes()),
              "Set consecutiveFailures lower by as many nodes as there are."));
    }
    counted.add(
        UpstreamLedger.of(
            policy,
            "under-way",
            Direction.LOOSER,
            "requests that are under way when failure %d comes, and those of the next few ms, still reach the endpoint"
                .formatted(rule.consecutiveFailures()),
            "None: the threads of a node learn of it one after the other."));
    ledger.emitted("consecutiveFailures", evidence, counted);
    ledger.emitted("failures", evidence);
    ledger.emitted(
        "openFor",
        evidence,
        List.of(
            UpstreamLedger.of(
                policy,
                "looked-at",
                Direction.STRICTER,
                "%d to %d ms: every %d ms it is looked whether the time is over"
                    .formatted(
                        rule.openFor().toMillis(),
                        rule.openFor().plus(interval(rule)).toMillis(),
                        interval(rule).toMillis()),
                "None needed."),
            GrpcAnswer.of(policy, 503)));
    ledger.emitted("mode", evidence);
    return ledger;
  }
}
