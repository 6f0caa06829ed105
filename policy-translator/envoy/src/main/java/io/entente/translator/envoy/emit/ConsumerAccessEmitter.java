package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.FieldLedger;
import io.entente.translator.Identifying;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code consumerAccess} as {@code rbac} on the token that {@code jwt_authn} found valid. */
public final class ConsumerAccessEmitter implements KindEmitter {

  /** The one kind whose callers Envoy knows. */
  public static final String NAMED_BY = "jwt";

  @Override
  public String kindName() {
    return "consumerAccess";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    Set<String> others = new TreeSet<>(Identifying.among(place.kinds()));
    others.remove(NAMED_BY);
    if (!others.isEmpty()) {
      return CalloutOnly.refused(
          policies,
          place,
          "no-identity",
          "0 callers are identified by %s: Envoy keeps no credentials and asks no issuer"
              .formatted(String.join(" and ", others)),
          "Identify callers by jwt, or on a gateway that keeps credentials.");
    }
    var configs = new TreeMap<String, Node>();
    configs.put(
        FilterNames.CONSUMER_ACCESS,
        IpFilterDocument.of(
            BotDetectionEmitter.in(policies, Mode.ENFORCE),
            BotDetectionEmitter.in(policies, Mode.OBSERVE),
            policy -> CallerRules.refused((ConsumerAccess) policy.spec().kind())));
    return new RouteFilters(configs, policies.stream().map(p -> judge(p, place)).toList());
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var rule = (ConsumerAccess) policy.spec().kind();
    EvidenceGrade grade = Evidence.CALLER.grade();
    names(ledger, "allow", rule.allow(), grade);
    names(ledger, "deny", rule.deny(), grade);
    ledger.emitted("onUnknown", grade);
    var around = new ArrayList<Deviation>();
    Identifying.nobody(place.kinds(), new Stated(policy.id())).ifPresent(around::add);
    if (policy.spec().mode() == Mode.OBSERVE) {
      around.add(BotDetectionEmitter.observed(policy, place));
    }
    ledger.emitted("mode", grade, around);
    return ledger.report(place.route());
  }

  private static void names(
      FieldLedger ledger, String side, ConsumerAccess.Callers callers, EvidenceGrade grade) {
    for (int i = 0; i < callers.consumers().size(); i++) {
      ledger.emitted(side + ".consumers[" + i + "]", grade);
    }
    for (int i = 0; i < callers.groups().size(); i++) {
      ledger.emitted(side + ".groups[" + i + "]", grade);
    }
  }
}
