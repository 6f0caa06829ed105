package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.LogMasking;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code logMasking} by omission: the access logger sends a few headers of its own choice and those
 * it is told to, which is one, see {@link AccessLogDocument}; but it sends the query with the path.
 */
public final class LogMaskingEmitter implements KindEmitter {

  /** Headers that every entry holds. */
  private static final Set<String> ALWAYS =
      Set.of("referer", "user-agent", "x-envoy-original-path", "x-forwarded-for", "x-request-id");

  @Override
  public String kindName() {
    return "logMasking";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    return new RouteFilters(
        new TreeMap<>(), policies.stream().map(policy -> judge(policy, place)).toList());
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var stated = new Stated(policy.id());
    LogMasking rule = (LogMasking) policy.spec().kind();
    for (int i = 0; i < rule.headers().size(); i++) {
      String field = "headers[" + i + "]";
      if (AccessLogDocument.TRACE_HEADER.equals(rule.headers().get(i))) {
        ledger.unsupported(
            field,
            Evidence.LOG_OMISSION.grade(),
            stated.looser(
                "trace-told",
                "1 header of every request that has it, traceparent, is sent to the hub, which keeps the trace id of it",
                "Leave the header out of the policy, or take it off with a headerTransform policy."));
      } else if (ALWAYS.contains(rule.headers().get(i))) {
        ledger.unsupported(
            field,
            Evidence.LOG_OMISSION.grade(),
            stated.looser(
                "always-sent",
                "%d headers are in every entry of Envoy's access log, %s among them; the hub does not keep them"
                    .formatted(ALWAYS.size(), rule.headers().get(i)),
                "Leave the header out of the policy, or take it off with a headerTransform policy."));
      } else {
        ledger.emitted(field, Evidence.LOG_OMISSION.grade());
      }
    }
    for (int i = 0; i < rule.query().size(); i++) {
      ledger.unsupported(
          "query[" + i + "]",
          Evidence.LOG_OMISSION.grade(),
          stated.looser(
              "path-with-query",
              "1 field of every entry, the path, is sent to the hub with its query; the hub takes the query off before it keeps anything",
              "Leave query out of the policy here, and let Envoy reach the hub over TLS."));
    }
    ledger.withoutMeaning("mode");
    return ledger.report(place.route());
  }
}
