package io.entente.policy.shape;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.List;
import java.util.Map;

/**
 * Exactly one of some fields must be written; which one says what the object is.
 *
 * @param what is told by the field, for example {@code kind}
 * @param unknownCode code of the problem of an object that has an unknown field instead
 * @param fields the names
 */
public record ExactlyOne(String what, String unknownCode, List<String> fields) implements Rule {

  public ExactlyOne {
    fields = List.copyOf(fields);
  }

  boolean anyWritten(Values values) {
    return fields.stream().anyMatch(values::written);
  }

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    var written = fields.stream().filter(values::written).toList();
    if (written.isEmpty()) {
      findings.missing(
          path, Findings.place(path) + " says no " + what, "Add " + Words.oneOf(fields));
    } else if (written.size() > 1) {
      findings.add(
          Problem.user(
              "TOO_MANY_FIELDS",
              Findings.place(path) + " says more than one " + what,
              Findings.place(path),
              String.join(", ", written),
              "Keep one of them"));
    }
  }

  @Override
  public String says() {
    return "Exactly one of " + String.join(", ", fields) + " is written.";
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(
        Map.of(
            "oneOf",
            Node.arr(
                fields.stream()
                    .map(f -> Node.obj(Map.of("required", Node.arr(List.of(Node.text(f))))))
                    .toList())));
  }
}
