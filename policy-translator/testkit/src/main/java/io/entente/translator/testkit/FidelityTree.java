package io.entente.translator.testkit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.translator.Shadowed;
import io.entente.translator.Translation;
import java.util.Map;

/**
 * What a translation says of itself, as a tree for golden files. Written without the hub's own
 * printing of it, which golden files would otherwise agree with whatever it said.
 */
public final class FidelityTree {

  private FidelityTree() {}

  public static Node of(Translation translation) {
    return Node.obj(
        Map.of(
            "fidelity",
            Node.arr(translation.fidelity().entries().stream().map(FidelityTree::policy).toList()),
            "shadowed",
            Node.arr(translation.shadowed().stream().map(FidelityTree::shadowed).toList()),
            "refusals",
            Node.arr(translation.refusals().stream().map(FidelityTree::problem).toList())));
  }

  private static Node policy(PolicyFidelity entry) {
    return Node.obj(
        Map.of(
            "policy", Node.text(entry.policy().toString()),
            "target", Node.text(entry.target()),
            "grade", Node.text(entry.grade().name()),
            "fields", Node.arr(entry.fields().stream().map(FidelityTree::field).toList())));
  }

  private static Node field(FieldFidelity field) {
    return Node.obj(
        Map.of(
            "field", Node.text(field.field()),
            "value", Node.text(field.value()),
            "grade", Node.text(field.printed()),
            "evidence", Node.text(field.evidence().name()),
            "deviations",
                Node.arr(field.deviations().stream().map(FidelityTree::deviation).toList())));
  }

  private static Node deviation(Deviation deviation) {
    return Node.obj(
        Map.of(
            "code", Node.text(deviation.code()),
            "direction", Node.text(deviation.direction().name()),
            "bound", Node.text(deviation.bound()),
            "remedy", Node.text(deviation.remedy())));
  }

  private static Node shadowed(Shadowed shadowed) {
    return Node.obj(
        Map.of(
            "policy", Node.text(shadowed.policy().toString()),
            "target", Node.text(shadowed.target()),
            "why", Node.text(shadowed.why().name()),
            "by", Node.text(shadowed.by().toString()),
            "reason", Node.text(shadowed.reason())));
  }

  private static Node problem(Problem problem) {
    return Node.obj(
        Map.of(
            "code", Node.text(problem.code()),
            "message", Node.text(problem.message()),
            "path", Node.text(problem.path().orElse("")),
            "nextStep", Node.text(problem.nextStep())));
  }
}
