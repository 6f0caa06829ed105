package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.ConsumerAccess.OnUnknown;
import io.entente.translator.envoy.emit.CallerRules;
import io.entente.translator.envoy.emit.ConsumerAccessEmitter;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.envoy.reverse.FilterReading.Said;
import java.util.ArrayList;
import java.util.List;

/** Rules of {@code rbac} on the callers of tokens, where they are as our emitter writes them. */
final class CallersReader {

  private CallersReader() {}

  /** One for each rule; none where one of them is another. */
  static List<Said> ours(Node.Obj rules) {
    return OwnRules.said(
        rules, CallersReader::kind, new ConsumerAccessEmitter(), FilterNames.CONSUMER_ACCESS);
  }

  private static ConsumerAccess kind(Node rule) {
    Callers allow = Callers.NOBODY;
    Callers deny = Callers.NOBODY;
    OnUnknown unknown = OnUnknown.PASS;
    for (Node principal : Trees.items(rule, "principals")) {
      unknown = Trees.at(principal, "not_id").isPresent() ? OnUnknown.DENY : unknown;
      for (Node both : Trees.items(principal, "and_ids", "ids")) {
        List<Node> denied = Trees.items(both, "or_ids", "ids");
        List<Node> allowed = Trees.items(both, "not_id", "or_ids", "ids");
        deny = denied.isEmpty() ? deny : callers(denied);
        allow = allowed.isEmpty() ? allow : callers(allowed);
      }
    }
    return new ConsumerAccess(allow, deny, unknown);
  }

  private static Callers callers(List<Node> claims) {
    var consumers = new ArrayList<String>();
    var groups = new ArrayList<String>();
    for (Node claim : claims) {
      Node.Obj matcher = Trees.objectAt(claim, "sourced_metadata", "metadata_matcher");
      List<String> texts = JwtRulesReader.texts(Trees.objectAt(matcher, "value"));
      boolean name =
          Trees.items(matcher, "path").stream()
              .anyMatch(p -> Trees.text(p, "key").filter(CallerRules.NAME::equals).isPresent());
      (name ? consumers : groups).addAll(texts);
    }
    return new Callers(consumers, groups);
  }
}
