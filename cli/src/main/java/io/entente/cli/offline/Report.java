package io.entente.cli.offline;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.translator.Shadowed;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** What a translation says of itself, in the fields that a plan of the hub has. */
public final class Report {

  private Report() {}

  /**
   * @param notes of the translation and of the export
   */
  public static Node.Obj of(OfflineTranslation made, List<String> notes) {
    Target target = made.target();
    return Node.obj()
        .with("for", Node.text(target.name()))
        .with("edition", Node.text(target.edition()))
        .with("version", Node.text(target.version()))
        .with("nodes", Node.number(made.nodes()))
        .with("gateway", Node.text(made.gateway().id().value()))
        .with("notes", list(notes, Node::text))
        .with("fidelity", list(made.translation().fidelity().entries(), Report::policy))
        .with("shadowed", list(made.translation().shadowed(), Report::shadowed))
        .with("refusals", problems(made.translation().refusals()));
  }

  static Node problems(List<Problem> problems) {
    return list(problems, Report::problem);
  }

  private static Node policy(PolicyFidelity entry) {
    return Node.obj()
        .with("policy", Node.text(entry.policy().policy().value()))
        .with("version", Node.number(entry.policy().version()))
        .with("kind", Node.text(entry.kind()))
        .with("target", Node.text(entry.target()))
        .with("grade", Node.text(entry.grade().name()))
        .with("fields", list(entry.fields(), Report::field));
  }

  private static Node field(FieldFidelity field) {
    return Node.obj()
        .with("field", Node.text(field.field()))
        .with("value", Node.text(field.value()))
        .with("grade", Node.text(field.printed()))
        .with("evidence", Node.text(field.evidence().name()))
        .with("deviations", list(field.deviations(), Report::deviation));
  }

  private static Node deviation(Deviation deviation) {
    return Node.obj()
        .with("code", Node.text(deviation.code()))
        .with("direction", Node.text(deviation.direction().name()))
        .with("bound", Node.text(deviation.bound()))
        .with("remedy", Node.text(deviation.remedy()))
        .with("policies", list(deviation.policies(), p -> Node.text(p.toString())));
  }

  private static Node shadowed(Shadowed shadowed) {
    return Node.obj()
        .with("policy", Node.text(shadowed.policy().policy().value()))
        .with("version", Node.number(shadowed.policy().version()))
        .with("target", Node.text(shadowed.target()))
        .with("why", Node.text(shadowed.why().name()))
        .with("by", Node.text(shadowed.by().toString()))
        .with("reason", Node.text(shadowed.reason()));
  }

  private static Node problem(Problem problem) {
    var fields = new TreeMap<String, Node>();
    fields.put("code", Node.text(problem.code()));
    fields.put("message", Node.text(problem.message()));
    problem.path().ifPresent(path -> fields.put("path", Node.text(path)));
    problem.value().ifPresent(value -> fields.put("value", Node.text(value)));
    fields.put("nextStep", Node.text(problem.nextStep()));
    return Node.obj(fields);
  }

  static <T> Node list(Collection<T> items, Function<T, Node> printed) {
    return Node.arr(items.stream().map(printed).toList());
  }
}
