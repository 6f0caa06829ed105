package io.entente.policy.shape;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.List;
import java.util.Optional;

/** Reports the fields of an object that nobody knows, each with the nearest name that is known. */
record UnknownFields(List<String> known, List<Rule> rules) {

  /** False when an unknown field stands where the field that names the object should. */
  boolean report(Node.Obj obj, Values values, NodePath path, Findings findings) {
    Optional<ExactlyOne> naming =
        rules.stream()
            .filter(ExactlyOne.class::isInstance)
            .map(ExactlyOne.class::cast)
            .filter(rule -> !rule.anyWritten(values))
            .findFirst();
    boolean named = true;
    for (String name : obj.fields().keySet()) {
      if (known.contains(name)) {
        continue;
      }
      if (naming.isPresent() && naming(name, obj, naming.get())) {
        named = false;
        unknownName(name, naming.get(), path, findings);
      } else {
        findings.unknown(
            "UNKNOWN_FIELD",
            path,
            name,
            Findings.place(path.field(name)) + " is not a field",
            "Use " + Words.oneOf(known) + Words.hint(name, known));
      }
    }
    return named;
  }

  /** A field near a common one is that one misspelt; another object is meant to name this one. */
  private boolean naming(String name, Node.Obj obj, ExactlyOne rule) {
    var common = known.stream().filter(field -> !rule.fields().contains(field)).toList();
    return Words.nearest(name, common).isEmpty()
        && obj.field(name).filter(Node.Obj.class::isInstance).isPresent();
  }

  private static void unknownName(String name, ExactlyOne rule, NodePath path, Findings findings) {
    findings.unknown(
        rule.unknownCode(),
        path,
        name,
        "'" + name + "' is not a " + rule.what(),
        "Use " + Words.oneOf(rule.fields()) + Words.hint(name, rule.fields()));
  }
}
