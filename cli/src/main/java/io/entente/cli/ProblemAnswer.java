package io.entente.cli;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.problem.ProblemKind;
import io.entente.model.tree.Node;
import java.util.Optional;

/** Reads {@code application/problem+json}. */
final class ProblemAnswer {

  private ProblemAnswer() {}

  static ProblemException read(int status, String body) {
    try {
      Node root = JsonTree.read(body, TreeLimits.DOCUMENT);
      if (root instanceof Node.Obj object) {
        if (object.field("problems").orElse(Node.obj()) instanceof Node.Arr many
            && !many.items().isEmpty()) {
          return new ProblemException(many.items().stream().map(p -> one(status, p)).toList());
        }
        return new ProblemException(one(status, object));
      }
    } catch (ProblemException e) {
      // Not the hub's own form: said below with the status alone.
    }
    return new ProblemException(
        Problem.vendor(
            "HUB_ANSWERED_" + status,
            "The hub answered " + status + " without a problem document",
            "",
            "Check that --server names an Entente hub."));
  }

  private static Problem one(int status, Node from) {
    return new Problem(
        text(from, "code").orElse("HUB_ANSWERED_" + status),
        text(from, "kind").map(ProblemAnswer::kind).orElse(ProblemKind.INTERNAL),
        text(from, "detail")
            .or(() -> text(from, "message"))
            .or(() -> text(from, "title"))
            .orElse("The hub answered " + status),
        text(from, "path"),
        text(from, "value"),
        text(from, "nextStep").orElse("Look at the hub's log."));
  }

  private static ProblemKind kind(String name) {
    for (ProblemKind kind : ProblemKind.values()) {
      if (kind.name().equalsIgnoreCase(name)) {
        return kind;
      }
    }
    return ProblemKind.INTERNAL;
  }

  private static Optional<String> text(Node from, String field) {
    String value = Table.at(from, field);
    return value.isBlank() ? Optional.empty() : Optional.of(value);
  }
}
