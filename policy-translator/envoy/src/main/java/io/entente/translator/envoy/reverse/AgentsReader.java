package io.entente.translator.envoy.reverse;

import io.entente.model.identity.PolicyName;
import io.entente.model.tree.Node;
import io.entente.policy.BotDetection;
import io.entente.policy.BotDetection.OnMissing;
import io.entente.policy.Policy;
import io.entente.translator.envoy.emit.AgentRules;
import io.entente.translator.envoy.emit.BotDetectionEmitter;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.envoy.reverse.FilterReading.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rules of {@code rbac} on User-Agent, where they are as our emitter writes them. */
final class AgentsReader {

  private static final String AROUND = AgentRules.ANYTHING;
  private static final String CASE = "(?i)";

  private AgentsReader() {}

  /** One for each rule; none where one of them is another. */
  static List<Said> ours(Node.Obj rules) {
    var said = new ArrayList<Said>();
    var policies = new ArrayList<Policy>();
    try {
      for (Map.Entry<String, Node> rule : Trees.objectAt(rules, "policies").fields().entrySet()) {
        BotDetection kind = kind(rule.getValue());
        policies.add(Emitted.policy(rule.getKey(), kind));
        said.add(new Said(kind, Optional.of(new PolicyName(rule.getKey())), new TreeMap<>()));
      }
    } catch (IllegalArgumentException e) {
      return List.of();
    }
    if (policies.isEmpty()) {
      return List.of();
    }
    var emitted = Emitted.configs(Emitted.filters(new BotDetectionEmitter(), policies, 1));
    Node.Obj again =
        Trees.objectAt(
            emitted.getOrDefault(FilterNames.BOT_DETECTION, Node.obj()), "rbac", "rules");
    return again.equals(rules) ? said : List.of();
  }

  private static BotDetection kind(Node rule) {
    var deny = new ArrayList<String>();
    var allow = new ArrayList<String>();
    OnMissing missing = OnMissing.PASS;
    for (Node principal : Trees.items(rule, "principals")) {
      pattern(principal).ifPresent(deny::add);
      missing = Trees.at(principal, "not_id").isPresent() ? OnMissing.DENY : missing;
      for (Node both : Trees.items(principal, "and_ids", "ids")) {
        Trees.items(both, "or_ids", "ids").forEach(id -> pattern(id).ifPresent(deny::add));
        Trees.items(both, "not_id", "or_ids", "ids")
            .forEach(id -> pattern(id).ifPresent(allow::add));
      }
    }
    return new BotDetection(deny, allow, missing);
  }

  private static Optional<String> pattern(Node principal) {
    return Trees.text(Trees.objectAt(principal, "header", "string_match", "safe_regex"), "regex")
        .flatMap(
            regex -> {
              String rest = regex.startsWith(CASE) ? regex.substring(CASE.length()) : regex;
              String start = AROUND + "(?:";
              String end = ")" + AROUND;
              return rest.startsWith(start)
                      && rest.endsWith(end)
                      && rest.length() >= start.length() + end.length()
                  ? Optional.of(
                      (regex.startsWith(CASE) ? CASE : "")
                          + rest.substring(start.length(), rest.length() - end.length())
                              .replace(AgentRules.ANY_BYTE, "."))
                  : Optional.empty();
            });
  }
}
