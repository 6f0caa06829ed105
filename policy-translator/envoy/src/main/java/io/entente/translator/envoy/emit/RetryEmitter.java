package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.Retry;
import io.entente.policy.Retry.On;
import io.entente.translator.FieldLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code retry} as the route's retry policy. Envoy sends no more than 3 requests of a cluster again
 * at a time unless told otherwise, so the cluster is told.
 */
public final class RetryEmitter implements KindEmitter {

  /** As good as no bound: the largest of the field. */
  private static final long UNBOUNDED = 4_294_967_295L;

  /** Larger bodies are not held, and what is not held cannot be sent again. */
  private static final int HELD_BYTES = 1_048_576;

  @Override
  public String kindName() {
    return "retry";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    List<Policy> enforced = UpstreamLedger.enforced(policies);
    var action = new TreeMap<String, Node>();
    var thresholds = new TreeMap<String, Node>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var rule = (Retry) policy.spec().kind();
      FieldLedger ledger;
      if (enforced.contains(policy)) {
        action.put("retry_policy", document(rule));
        thresholds.put("max_retries", Node.number(UNBOUNDED));
        ledger = judge(policy, rule);
      } else {
        ledger = UpstreamLedger.observing(policy, fields(rule));
      }
      fidelity.add(ledger.report(place.route()));
    }
    return new RouteFilters(new UpstreamPart(action, new TreeMap<>(), thresholds, false), fidelity);
  }

  /** As {@code retry_policy}. */
  static Node.Obj document(Retry rule) {
    String on =
        Arrays.stream(On.values())
            .filter(rule.on()::contains)
            .map(RetryEmitter::word)
            .collect(Collectors.joining(","));
    Duration base = rule.backoff().orElse(Duration.ofMillis(1));
    Duration most =
        rule.backoff().map(b -> b.multipliedBy(Retry.GROWTH)).orElse(Duration.ofMillis(1));
    Node.Obj document =
        Proto.message("retry_on", rule.statuses().isEmpty() ? on : on + ",retriable-status-codes")
            .with("num_retries", Node.number(rule.attempts()))
            .with(
                "retry_back_off",
                Proto.message("base_interval", Proto.duration(base))
                    .with("max_interval", Proto.duration(most)))
            .with(
                "retriable_request_headers",
                Proto.list(
                    Proto.message("name", ":method")
                        .with("string_match", methods(rule.methods()))
                        .with("invert_match", Node.bool(false))));
    if (!rule.statuses().isEmpty()) {
      document =
          document.with(
              "retriable_status_codes",
              Node.arr(rule.statuses().stream().map(code -> Node.number(code)).toList()));
    }
    if (rule.perTryTimeout().isPresent()) {
      document = document.with("per_try_timeout", Proto.duration(rule.perTryTimeout().get()));
    }
    return document;
  }

  private static Node methods(List<String> methods) {
    return methods.size() == 1
        ? Proto.message("exact", methods.get(0))
        : Proto.message("safe_regex", Proto.message("regex", String.join("|", methods)));
  }

  private static String word(On on) {
    return switch (on) {
      case CONNECT_FAILURE -> "connect-failure";
      case REFUSED_STREAM -> "refused-stream";
      case RESET -> "reset";
    };
  }

  private static List<String> fields(Retry rule) {
    var fields = new ArrayList<>(List.of("attempts", "perTryTimeout", "backoff"));
    fields.addAll(each("on", rule.on()));
    fields.addAll(each("statuses", rule.statuses()));
    fields.addAll(each("methods", rule.methods()));
    return fields;
  }

  private static List<String> each(String field, List<?> items) {
    var fields = new ArrayList<String>();
    for (int i = 0; i < items.size(); i++) {
      fields.add(field + "[" + i + "]");
    }
    return fields;
  }

  private static FieldLedger judge(Policy policy, Retry rule) {
    var ledger = new FieldLedger(policy);
    var evidence = Evidence.SENT_AGAIN.grade();
    ledger.emitted(
        "attempts",
        evidence,
        List.of(
            UpstreamLedger.of(
                policy,
                "large-body-once",
                Direction.STRICTER,
                "0 of %d times, where a body is longer than %d bytes: Envoy holds no more of it to send it again"
                    .formatted(rule.attempts(), HELD_BYTES),
                "Send smaller bodies, or let callers of large ones try again themselves.")));
    each("on", rule.on()).forEach(field -> ledger.emitted(field, evidence));
    each("statuses", rule.statuses()).forEach(field -> ledger.emitted(field, evidence));
    each("methods", rule.methods()).forEach(field -> ledger.emitted(field, evidence));
    if (rule.perTryTimeout().isPresent()) {
      ledger.emitted("perTryTimeout", evidence, List.of(GrpcAnswer.of(policy, 504)));
    } else {
      ledger.withoutMeaning("perTryTimeout");
    }
    if (rule.backoff().isPresent()) {
      ledger.emitted("backoff", evidence);
    } else {
      ledger.withoutMeaning("backoff");
    }
    ledger.emitted("mode", evidence);
    return ledger;
  }
}
