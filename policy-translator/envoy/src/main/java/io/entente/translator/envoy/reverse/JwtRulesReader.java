package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.ClaimRule;
import io.entente.policy.SigningAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What rules ask of a token, guessed; whether they do is seen by emitting it. */
record JwtRulesReader(
    List<SigningAlgorithm> algorithms, List<String> audiences, List<ClaimRule> claims) {

  /**
   * @throws IllegalArgumentException no jwt says it
   */
  static JwtRulesReader of(Node rules, String name) {
    var algorithms = new ArrayList<SigningAlgorithm>();
    var audiences = new ArrayList<String>();
    var claims = new ArrayList<ClaimRule>();
    Node.Obj policy = Trees.objectAt(rules, "rbac", "rules", "policies", name);
    for (Node principal : Trees.items(policy, "principals")) {
      for (Node asked : Trees.items(principal, "not_id", "and_ids", "ids")) {
        Node.Obj matcher = Trees.objectAt(asked, "sourced_metadata", "metadata_matcher");
        List<String> path =
            Trees.items(matcher, "path").stream()
                .flatMap(p -> Trees.text(p, "key").stream())
                .toList();
        if (path.size() == 2) {
          List<String> texts = texts(Trees.objectAt(matcher, "value"));
          if (path.get(1).equals("alg")) {
            texts.forEach(text -> algorithms.add(SigningAlgorithm.valueOf(text)));
          } else if (path.get(1).equals("aud")) {
            audiences.addAll(texts);
          } else {
            claims.add(new ClaimRule(path.get(1), texts));
          }
        }
      }
    }
    return new JwtRulesReader(algorithms, audiences, claims);
  }

  static List<String> texts(Node.Obj value) {
    return Stream.concat(
            Stream.of(value), Trees.items(value, "or_match", "value_matchers").stream())
        .flatMap(match -> Trees.text(match, "string_match", "exact").stream())
        .toList();
  }
}
