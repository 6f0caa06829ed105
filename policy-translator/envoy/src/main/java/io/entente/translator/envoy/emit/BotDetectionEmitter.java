package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.BotDetection;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** {@code botDetection} as {@code rbac} on User-Agent: all policies of a route in one filter. */
public final class BotDetectionEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "botDetection";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    var configs = new TreeMap<String, Node>();
    var fidelity = new ArrayList<PolicyFidelity>();
    var whole = new ArrayList<Policy>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      if (fits(ledger)) {
        whole.add(policy);
        says(ledger, place);
      }
      fidelity.add(ledger.report(place.route()));
    }
    if (!whole.isEmpty()) {
      configs.put(
          FilterNames.BOT_DETECTION,
          IpFilterDocument.of(
              in(whole, Mode.ENFORCE),
              in(whole, Mode.OBSERVE),
              policy -> AgentRules.refused(rule(policy))));
    }
    return new RouteFilters(configs, fidelity);
  }

  static List<Policy> in(List<Policy> policies, Mode mode) {
    return policies.stream().filter(policy -> policy.spec().mode() == mode).toList();
  }

  /** False, and said so, when a pattern cannot go out: without it others would be meant. */
  private static boolean fits(FieldLedger ledger) {
    BotDetection rule = rule(ledger.policy());
    return fits(ledger, "deny", rule.deny()) & fits(ledger, "allow", rule.allow());
  }

  private static boolean fits(FieldLedger ledger, String list, List<String> patterns) {
    boolean all = true;
    for (int i = 0; i < patterns.size(); i++) {
      Optional<Deviation> why =
          AgentPatternBounds.tooLarge(patterns.get(i), new Stated(ledger.policy().id()));
      if (why.isPresent()) {
        all = false;
        ledger.unsupported(list + "[" + i + "]", Evidence.AGENT.grade(), why.get());
      }
    }
    return all;
  }

  private static void says(FieldLedger ledger, Place place) {
    Policy policy = ledger.policy();
    patterns(ledger, "deny", rule(policy).deny().size());
    patterns(ledger, "allow", rule(policy).allow().size());
    ledger.emitted("onMissing", Evidence.AGENT.grade());
    ledger.emitted(
        "mode",
        Evidence.AGENT.grade(),
        policy.spec().mode() == Mode.ENFORCE ? List.of() : List.of(observed(policy, place)));
  }

  private static void patterns(FieldLedger ledger, String list, int size) {
    for (int i = 0; i < size; i++) {
      ledger.emitted(list + "[" + i + "]", Evidence.AGENT.grade());
    }
  }

  static Deviation observed(Policy policy, Place place) {
    return new Stated(policy.id())
        .different(
            "observe-statistic",
            ("0 of 100 requests are refused; those that would be are counted in the statistic"
                    + " http.entente.rbac.policy.%s.shadow_denied of each of %d nodes, over all"
                    + " routes")
                .formatted(policy.id().policy(), place.nodes()),
            "Read the statistic, or enforce.");
  }

  private static BotDetection rule(Policy policy) {
    return (BotDetection) policy.spec().kind();
  }
}
