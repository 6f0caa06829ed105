package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.BotDetection;
import io.entente.policy.BotDetection.OnMissing;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code botDetection} as bot-detection: one pattern of {@code allow} finds whoever all policies
 * let pass, and {@code deny} finds everybody else. So the list of bots that the plugin has built
 * in, which names the clients of many languages, is never asked; and an agent for which PCRE gives
 * up is refused, not let through.
 */
public final class BotDetectionEmitter implements KindEmitter {

  public static final String PLUGIN = "bot-detection";

  /** Finds everybody. */
  public static final String EVERYBODY = "^";

  @Override
  public Set<String> kindNames() {
    return Set.of("botDetection");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    String wanted = AgentPattern.of(policies.stream().map(BotDetectionEmitter::rule).toList());
    Node.Obj config =
        Doc.of("allow", Doc.texts(List.of(wanted))).with("deny", Doc.texts(List.of(EVERYBODY)));
    return new Emission(
        List.of(new PluginDraft(PLUGIN, config, policies, "")),
        policies.stream().map(policy -> judge(policy, place)).toList(),
        List.of());
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var stated = new Stated(policy.id());
    BotDetection rule = rule(policy);
    for (int i = 0; i < rule.deny().size(); i++) {
      ledger.emitted("deny[" + i + "]", evidence(place, Evidence.AGENT_PATTERN));
    }
    for (int i = 0; i < rule.allow().size(); i++) {
      ledger.emitted("allow[" + i + "]", evidence(place, Evidence.AGENT_PATTERN));
    }
    if (rule.onMissing() == OnMissing.PASS) {
      ledger.emitted("onMissing", evidence(place, Evidence.AGENT));
    } else {
      ledger.unsupported(
          "onMissing",
          evidence(place, Evidence.AGENT),
          stated.looser(
              "missing-agent-passes",
              "0 requests without User-Agent are refused: bot-detection lets each of them pass",
              "Write onMissing: pass, or demand a credential."));
    }
    ledger.emitted("mode", evidence(place, Evidence.AGENT), around(place, stated));
    return ledger.report(place.route());
  }

  private static List<Deviation> around(Place place, Stated stated) {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.stricter(
            "one-agent",
            "of n > 1 headers User-Agent in one request 0 are looked at: it is answered 400",
            "None in Kong; have callers send the header once."));
    if (place.kinds().contains("cors") || place.acting().contains(CorsEmitter.PLUGIN)) {
      found.add(
          stated.stricter(
              "before-preflights",
              "1 preflight of an agent that is denied is answered 403, not 200: bot-detection (2500)"
                  + " comes before cors (2000)",
              "None: Kong's order is fixed. The request after it is refused either way."));
    }
    return found;
  }

  private static EvidenceGrade evidence(Place place, Evidence evidence) {
    return (place.enterprise() ? Evidence.ENTERPRISE_SCHEMA : evidence).grade();
  }

  private static BotDetection rule(Policy policy) {
    return (BotDetection) policy.spec().kind();
  }
}
