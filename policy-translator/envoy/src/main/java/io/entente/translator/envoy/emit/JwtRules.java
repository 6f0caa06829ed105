package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a valid token must say, as {@code rbac} on what {@code jwt_authn} found in it. Audiences are
 * here too: {@code jwt_authn} would judge them before the signature.
 */
final class JwtRules {

  /** Names under which token and header are found. */
  static final String PAYLOAD = "payload";

  static final String HEADER = "header";

  private static final String FOUND_BY = "envoy.filters.http.jwt_authn";

  private JwtRules() {}

  static Node of(Policy policy) {
    var rule = (Jwt) policy.spec().kind();
    var all = new ArrayList<Node>();
    all.add(
        metadata(HEADER, "alg", anyText(rule.algorithms().stream().map(SigningAlgorithm::name))));
    all.add(
        Proto.message(
            "not_id", metadata(HEADER, "crit", Proto.message("present_match", Node.bool(true)))));
    if (!rule.audiences().isEmpty()) {
      all.add(metadata(PAYLOAD, "aud", anyOrHas(rule.audiences())));
    }
    rule.claims()
        .forEach(claim -> all.add(metadata(PAYLOAD, claim.name(), anyOrHas(claim.values()))));
    Node refused =
        Proto.message("not_id", Proto.message("and_ids", Proto.message("ids", Node.arr(all))));
    Node rules =
        Proto.message("action", "DENY")
            .with(
                "policies",
                Proto.message(
                    policy.id().policy().value(),
                    Proto.message("permissions", Proto.list(asked(rule)))
                        .with("principals", Proto.list(refused))));
    return Proto.any("envoy.extensions.filters.http.rbac.v3.RBACPerRoute")
        .with("rbac", Proto.message("track_per_rule_stats", Node.bool(true)).with("rules", rules));
  }

  /** Which requests are asked for a token. */
  private static Node asked(Jwt rule) {
    if (rule.preflight() == Preflight.CHECK) {
      return Proto.message("any", Node.bool(true));
    }
    Node preflight =
        Proto.list(
            header(":method", Proto.message("string_match", Proto.message("exact", "OPTIONS"))),
            header("origin", Proto.message("present_match", Node.bool(true))),
            header(
                "access-control-request-method", Proto.message("present_match", Node.bool(true))));
    return Proto.message("not_rule", Proto.message("and_rules", Proto.message("rules", preflight)));
  }

  private static Node header(String name, Node.Obj match) {
    return Proto.message("header", match.with("name", Node.text(name)));
  }

  static Node metadata(String key, String name, Node value) {
    return Proto.message(
        "sourced_metadata",
        Proto.message(
                "metadata_matcher",
                Proto.message("filter", FOUND_BY)
                    .with("path", Proto.list(Proto.message("key", key), Proto.message("key", name)))
                    .with("value", value))
            .with("metadata_source", Node.text("DYNAMIC")));
  }

  /** A text, or a list that has one. */
  static Node anyOrHas(List<String> texts) {
    var values = new ArrayList<Node>();
    for (String text : texts) {
      values.add(exact(text));
      values.add(Proto.message("list_match", Proto.message("one_of", exact(text))));
    }
    return any(values);
  }

  static Node anyText(Stream<String> texts) {
    List<Node> values = texts.map(JwtRules::exact).toList();
    return values.size() == 1 ? values.get(0) : any(values);
  }

  private static Node any(List<Node> values) {
    return Proto.message("or_match", Proto.message("value_matchers", Node.arr(values)));
  }

  private static Node exact(String text) {
    return Proto.message("string_match", Proto.message("exact", text));
  }
}
