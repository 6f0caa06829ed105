package io.entente.translator.envoy.reverse;

import io.entente.model.identity.PolicyName;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.translator.envoy.emit.KindEmitter;
import io.entente.translator.envoy.reverse.FilterReading.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Rules of {@code rbac} that are as one of our emitters writes them: one for each policy. */
final class OwnRules {

  private OwnRules() {}

  /**
   * What they say; nothing where one of them is another.
   *
   * @param read what a rule may come from, or an IllegalArgumentException
   * @param filter that the emitter configures
   */
  static List<Said> said(
      Node.Obj rules, Function<Node, PolicyKind> read, KindEmitter emitter, String filter) {
    var said = new ArrayList<Said>();
    var policies = new ArrayList<Policy>();
    try {
      for (Map.Entry<String, Node> rule : Trees.objectAt(rules, "policies").fields().entrySet()) {
        PolicyKind kind = read.apply(rule.getValue());
        policies.add(Emitted.policy(rule.getKey(), kind));
        said.add(new Said(kind, Optional.of(new PolicyName(rule.getKey())), new TreeMap<>()));
      }
    } catch (IllegalArgumentException e) {
      return List.of();
    }
    if (policies.isEmpty()) {
      return List.of();
    }
    var emitted = Emitted.configs(Emitted.filters(emitter, policies, 1));
    Node.Obj again = Trees.objectAt(emitted.getOrDefault(filter, Node.obj()), "rbac", "rules");
    return again.equals(rules) ? said : List.of();
  }
}
