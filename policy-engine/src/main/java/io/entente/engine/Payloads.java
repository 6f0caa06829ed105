package io.entente.engine;

import io.entente.engine.Decision.Reject;
import io.entente.policy.InjectionProtection;
import io.entente.policy.JsonThreat;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.XmlThreat;
import io.entente.policy.resolution.EffectivePolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Rules about what a request holds, each answered 400; asked in the order of application. */
final class Payloads {

  private Payloads() {}

  static void judge(
      List<EffectivePolicy> policies, Exchange exchange, BiConsumer<Policy, Reject> refused) {
    for (EffectivePolicy effective : policies) {
      Policy policy = effective.policy();
      refusedBy(policy.spec().kind(), exchange)
          .ifPresent(
              rule ->
                  refused.accept(
                      policy, new Reject(400, Headers.none(), "bad request\n", policy.id(), rule)));
    }
  }

  private static Optional<String> refusedBy(PolicyKind kind, Exchange exchange) {
    if (kind instanceof JsonThreat rule) {
      return JsonThreatMeaning.refusedBy(rule, exchange);
    }
    if (kind instanceof XmlThreat rule) {
      return XmlThreatMeaning.refusedBy(rule, exchange);
    }
    if (kind instanceof InjectionProtection rule) {
      return InjectionMeaning.refusedBy(rule, exchange);
    }
    return Optional.empty();
  }
}
