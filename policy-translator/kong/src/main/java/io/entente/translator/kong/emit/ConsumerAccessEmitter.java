package io.entente.translator.kong.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.OnUnknown;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Identifying;
import io.entente.translator.KindFields;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code consumerAccess} as acl, which knows groups of consumers and has one list, of whom is
 * allowed or of whom is denied. No plugin asks for a consumer by name.
 */
public final class ConsumerAccessEmitter implements KindEmitter {

  public static final String PLUGIN = "acl";

  static final String KIND = "consumerAccess";

  /** Kinds of policy whose callers are consumers. */
  private static final Set<String> OF_CONSUMERS = Set.of("apiKey", "basicAuth");

  @Override
  public Set<String> kindNames() {
    return Set.of(KIND);
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    Set<String> others = new TreeSet<>(Identifying.among(place.kinds()));
    others.removeAll(OF_CONSUMERS);
    if (!others.isEmpty()) {
      return Emission.nothing(policies, place, ledger -> noConsumer(ledger, others, place));
    }
    GroupList groups = GroupList.of(policies);
    List<Policy> held = policies.stream().filter(groups::holds).toList();
    return new Emission(
        held.isEmpty() ? List.of() : List.of(new PluginDraft(PLUGIN, config(groups), held, "")),
        policies.stream().map(policy -> judge(policy, groups, place)).toList(),
        List.of());
  }

  private static Node.Obj config(GroupList groups) {
    return Doc.of(groups.allows() ? "allow" : "deny", Doc.texts(groups.names()))
        // hidden, the header would reach the upstream as the caller wrote it
        .with("hide_groups_header", Node.bool(false))
        .with("always_use_authenticated_groups", Node.bool(false));
  }

  private static PolicyFidelity judge(Policy policy, GroupList groups, Place place) {
    var ledger = new FieldLedger(policy);
    var bounds = new AccessBounds(policy, groups, place);
    var rule = (ConsumerAccess) policy.spec().kind();
    var grade = (place.enterprise() ? Evidence.ENTERPRISE_SCHEMA : Evidence.CONSUMER_GROUP).grade();
    for (int i = 0; i < rule.allow().consumers().size(); i++) {
      ledger.unsupported(
          "allow.consumers[" + i + "]",
          Evidence.NO_PLUGIN.grade(),
          bounds.allowedByName(rule.allow().consumers().get(i)));
    }
    for (int i = 0; i < rule.deny().consumers().size(); i++) {
      ledger.unsupported(
          "deny.consumers[" + i + "]",
          Evidence.NO_PLUGIN.grade(),
          bounds.deniedByName(rule.deny().consumers().get(i)));
    }
    for (int i = 0; i < rule.allow().groups().size(); i++) {
      if (groups.holdsAllowOf(policy)) {
        ledger.emitted("allow.groups[" + i + "]", grade, bounds.held(rule.allow().groups()));
      } else {
        ledger.unsupported("allow.groups[" + i + "]", grade, bounds.anotherAllow());
      }
    }
    for (int i = 0; i < rule.deny().groups().size(); i++) {
      if (groups.holdsDeny()) {
        ledger.emitted("deny.groups[" + i + "]", grade);
      } else {
        ledger.unsupported("deny.groups[" + i + "]", grade, bounds.denyBesideAllow());
      }
    }
    if (!groups.holds(policy)) {
      ledger.unsupported("onUnknown", grade, bounds.nothing());
      ledger.unsupported("mode", grade, bounds.nothing());
    } else {
      if (rule.onUnknown() == OnUnknown.DENY) {
        ledger.emitted("onUnknown", grade, bounds.unknown());
      } else {
        ledger.unsupported("onUnknown", grade, bounds.unknownRefused());
      }
      ledger.emitted("mode", grade, bounds.around());
    }
    return ledger.report(place.route());
  }

  private static void noConsumer(FieldLedger ledger, Set<String> kinds, Place place) {
    var why = AccessBounds.noConsumer(ledger.policy(), kinds, place.enterprise());
    KindFields.of(ledger.policy())
        .keySet()
        .forEach(field -> ledger.unsupported(field, Evidence.NO_PLUGIN.grade(), why));
  }
}
