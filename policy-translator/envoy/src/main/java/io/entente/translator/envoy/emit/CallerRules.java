package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.ConsumerAccess.OnUnknown;
import java.util.ArrayList;
import java.util.List;

/** Which callers a policy refuses, as principals of {@code rbac} on the claims of a token. */
public final class CallerRules {

  /** The claim that says who the caller is. */
  public static final String NAME = "sub";

  /** A caller is known when it is text. */
  private static final Node KNOWN =
      JwtRules.metadata(
          JwtRules.PAYLOAD,
          NAME,
          Proto.message(
              "string_match", Proto.message("safe_regex", Proto.message("regex", "(?s).*"))));

  private CallerRules() {}

  static List<Node> refused(ConsumerAccess rule) {
    var principals = new ArrayList<Node>();
    if (rule.onUnknown() == OnUnknown.DENY) {
      principals.add(IpFilterDocument.not(KNOWN));
    }
    if (!rule.deny().isNobody()) {
      principals.add(knownAnd(among(rule.deny())));
    }
    if (!rule.allow().isNobody()) {
      principals.add(knownAnd(IpFilterDocument.not(among(rule.allow()))));
    }
    return principals;
  }

  private static Node knownAnd(Node principal) {
    return Proto.message("and_ids", Proto.message("ids", Proto.list(KNOWN, principal)));
  }

  private static Node among(Callers callers) {
    var any = new ArrayList<Node>();
    if (!callers.consumers().isEmpty()) {
      any.add(
          JwtRules.metadata(
              JwtRules.PAYLOAD, NAME, JwtRules.anyText(callers.consumers().stream())));
    }
    if (!callers.groups().isEmpty()) {
      any.add(
          JwtRules.metadata(
              JwtRules.PAYLOAD, ConsumerAccess.GROUPS_CLAIM, JwtRules.anyOrHas(callers.groups())));
    }
    return Proto.message("or_ids", Proto.message("ids", Node.arr(any)));
  }
}
