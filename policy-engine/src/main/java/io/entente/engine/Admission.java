package io.entente.engine;

import io.entente.engine.Decision.Observed;
import io.entente.engine.Decision.Reject;
import io.entente.policy.Cors;
import io.entente.policy.IpFilter;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.resolution.EffectivePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What answers a request before anything counts it: a preflight, then an address. */
final class Admission {

  private final List<Observed> observed = new ArrayList<>();
  private Optional<Reject> answer = Optional.empty();

  private Admission() {}

  static Admission judge(List<EffectivePolicy> policies, Exchange exchange) {
    var admission = new Admission();
    for (EffectivePolicy effective : policies) {
      if (effective.policy().spec().kind() instanceof Cors cors) {
        CorsMeaning.preflight(cors, exchange)
            .ifPresent(
                headers ->
                    admission.heed(
                        effective.policy(), answered(effective.policy(), cors, exchange, headers)));
      }
    }
    for (EffectivePolicy effective : policies) {
      if (effective.policy().spec().kind() instanceof IpFilter filter) {
        IpFilterMeaning.refusedBy(filter, exchange)
            .ifPresent(
                rule -> admission.heed(effective.policy(), refused(effective.policy(), rule)));
      }
    }
    return admission;
  }

  /** The first that answers. */
  Optional<Reject> answer() {
    return answer;
  }

  List<Observed> observed() {
    return observed;
  }

  private void heed(Policy policy, Reject reject) {
    if (policy.spec().mode() == Mode.OBSERVE) {
      observed.add(new Observed(policy.id(), reject.rule()));
    } else if (answer.isEmpty()) {
      answer = Optional.of(reject);
    }
  }

  private static Reject answered(Policy policy, Cors cors, Exchange exchange, Headers headers) {
    String rule = CorsMeaning.allowed(cors, exchange) ? "cors.preflight" : "cors.allowOrigins";
    return new Reject(200, headers, "", policy.id(), rule);
  }

  private static Reject refused(Policy policy, String rule) {
    return new Reject(403, Headers.none(), "address not allowed\n", policy.id(), rule);
  }
}
