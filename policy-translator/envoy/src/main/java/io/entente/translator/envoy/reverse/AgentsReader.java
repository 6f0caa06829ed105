package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.BotDetection;
import io.entente.policy.BotDetection.OnMissing;
import io.entente.translator.envoy.emit.AgentRules;
import io.entente.translator.envoy.emit.BotDetectionEmitter;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.envoy.reverse.FilterReading.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules of {@code rbac} on User-Agent, where they are as our emitter writes them. */
final class AgentsReader {

  private static final String AROUND = AgentRules.ANYTHING;
  private static final String CASE = "(?i)";

  private AgentsReader() {}

  /** One for each rule; none where one of them is another. */
  static List<Said> ours(Node.Obj rules) {
    return OwnRules.said(
        rules, AgentsReader::kind, new BotDetectionEmitter(), FilterNames.BOT_DETECTION);
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
