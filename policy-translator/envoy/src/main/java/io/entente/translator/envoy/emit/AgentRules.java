package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;
import io.entente.policy.BotDetection;
import io.entente.policy.BotDetection.OnMissing;
import io.entente.policy.PlainPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whom a policy of agents refuses, as principals of {@code rbac}. */
public final class AgentRules {

  /** Around a pattern: Envoy holds it against all of a header, and may not read all bytes. */
  public static final String ANYTHING = "\\C*";

  /** {@code .} of a pattern: a byte, whatever the bytes around it. */
  public static final String ANY_BYTE = "\\C";

  private static final String HEADER = "user-agent";

  private AgentRules() {}

  static List<Node> refused(BotDetection rule) {
    var principals = new ArrayList<Node>();
    if (rule.onMissing() == OnMissing.DENY) {
      principals.add(IpFilterDocument.not(header(Proto.message("present_match", Node.bool(true)))));
    }
    List<Node> unwanted = rule.deny().stream().map(AgentRules::found).toList();
    if (rule.allow().isEmpty()) {
      principals.addAll(unwanted);
    } else {
      principals.add(
          Proto.message(
              "and_ids",
              Proto.message(
                  "ids",
                  Proto.list(
                      any(unwanted),
                      IpFilterDocument.not(
                          any(rule.allow().stream().map(AgentRules::found).toList()))))));
    }
    return principals;
  }

  private static Node any(List<Node> principals) {
    return Proto.message("or_ids", Proto.message("ids", Node.arr(principals)));
  }

  private static Node found(String pattern) {
    return header(
        Proto.message(
            "string_match", Proto.message("safe_regex", Proto.message("regex", regex(pattern)))));
  }

  private static Node header(Node.Obj match) {
    return Proto.message("header", match.with("name", Node.text(HEADER)));
  }

  private static String regex(String pattern) {
    String pieces =
        PlainPattern.pieces(pattern).stream()
            .map(piece -> piece instanceof PlainPattern.Piece.Any ? ANY_BYTE : piece.text())
            .collect(Collectors.joining());
    return (PlainPattern.ignoresCase(pattern) ? "(?i)" : "")
        + ANYTHING
        + "(?:"
        + pieces
        + ")"
        + ANYTHING;
  }
}
