package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.Cidr;
import io.entente.policy.IpAddress.Family;
import io.entente.policy.IpFilter;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.envoy.emit.IpFilterEmitter;
import io.entente.translator.envoy.reverse.FilterReading.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** {@code rbac} that asks for nothing but addresses, or agents and callers as we ask for them. */
final class IpFilterReader implements FilterReader {

  @Override
  public String family() {
    return "rbac";
  }

  @Override
  public FilterReading read(Acting acting) {
    Node.Obj message = acting.message();
    Node.Obj rbac = message.field("rbac").isPresent() ? Trees.objectAt(message, "rbac") : message;
    FilterReading reading = rules(rbac);
    boolean watches =
        rbac.field("shadow_rules").isPresent() || rbac.field("shadow_matcher").isPresent();
    return watches
        ? reading.and(
            "Its shadow rules count requests and refuse nobody; no policy is found in them.")
        : reading;
  }

  private static FilterReading rules(Node.Obj rbac) {
    if (rbac.field("matcher").isPresent()) {
      return FilterReading.unsaid("Its matcher decides by more than addresses.");
    }
    if (rbac.field("rules").isEmpty()) {
      return FilterReading.nothing();
    }
    Node.Obj rules = Trees.objectAt(rbac, "rules");
    String action = Trees.text(rules, "action").orElse("ALLOW");
    if (action.equals("LOG")) {
      return FilterReading.unsaid("Its rules log requests and refuse nobody.");
    }
    List<Said> agents = AgentsReader.ours(rules);
    if (!agents.isEmpty()) {
      return new FilterReading(agents, List.of());
    }
    List<Said> callers = CallersReader.ours(rules);
    if (!callers.isEmpty()) {
      return new FilterReading(callers, List.of());
    }
    try {
      List<Said> ours = ours(rules);
      return new FilterReading(ours.isEmpty() ? List.of(foreign(rules, action)) : ours, List.of());
    } catch (IllegalArgumentException e) {
      return FilterReading.unsaid("No ipFilter says its rules: " + e.getMessage() + ".");
    }
  }

  /** One for each rule, where they are as our emitter writes them; else none. */
  private static List<Said> ours(Node.Obj rules) {
    return OwnRules.said(
        rules, IpFilterReader::filter, new IpFilterEmitter(), FilterNames.IP_FILTER);
  }

  private static IpFilter filter(Node rule) {
    return AddressRule.ours(rule)
        .orElseThrow(() -> new IllegalArgumentException("a rule of others"));
  }

  private static Said foreign(Node.Obj rules, String action) {
    if (!Trees.only(rules, "action", "policies")) {
      throw new IllegalArgumentException("fields " + rules.fields().keySet() + " of the rules");
    }
    var unexpressed = new TreeMap<String, String>();
    var ranges = new ArrayList<Cidr>();
    Trees.objectAt(rules, "policies")
        .fields()
        .forEach((name, rule) -> ranges.addAll(AddressRule.ranges(name, rule, unexpressed)));
    List<Cidr> distinct = ranges.stream().distinct().toList();
    if (distinct.isEmpty()) {
      throw new IllegalArgumentException(
          action.equals("DENY") ? "they refuse nobody" : "they allow nobody");
    }
    if (distinct.stream().anyMatch(range -> range.address().family() == Family.V4)) {
      unexpressed.put(
          "rules",
          "IPv4 callers whose address is spelt as IPv6 are in no range here; the policy means them"
              + " too.");
    }
    return new Said(
        action.equals("DENY")
            ? new IpFilter(List.of(), distinct)
            : new IpFilter(distinct, List.of()),
        Optional.empty(),
        unexpressed);
  }
}
