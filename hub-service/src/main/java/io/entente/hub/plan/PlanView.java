package io.entente.hub.plan;

import io.entente.hub.apply.StepJournal;
import io.entente.hub.estate.ShownTree;
import io.entente.model.nativeobject.Content;
import io.entente.model.plan.Step;
import io.entente.model.tree.Node;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans as the API shows them. */
final class PlanView {

  private PlanView() {}

  static Node row(StoredPlan plan) {
    return Node.obj(head(plan)).with("steps", Node.number(plan.steps().size()));
  }

  static Node whole(
      StoredPlan plan,
      SortedMap<Integer, StepJournal.State> states,
      SortedMap<Integer, Node> reasons,
      Map<Node.Pending, Node> known,
      FileDiffs files) {
    var fields = head(plan);
    for (String name :
        new String[] {
          "differences",
          "effect",
          "drift",
          "adopted",
          "adoptionsEnded",
          "ignoredDrift",
          "fidelity",
          "shadowed",
          "takenOver",
          "otherWriters",
          "cannotReturn",
          "undoOf"
        }) {
      plan.body().field(name).ifPresent(value -> fields.put(name, value));
    }
    var ofFiles = objectsOfFiles(plan);
    show(fields, "differences", ofFiles, files, "from", "to");
    show(fields, "drift", ofFiles, files, "was", "is");
    fields.put(
        "steps",
        Node.arr(plan.steps().stream().map(s -> step(s, states, reasons, known)).toList()));
    plan.reason().ifPresent(reason -> fields.put("reason", reason));
    plan.convergence().ifPresent(nodes -> fields.put("convergence", nodes));
    return Node.obj(fields);
  }

  private static void show(
      TreeMap<String, Node> fields,
      String list,
      Set<String> ofFiles,
      FileDiffs files,
      String from,
      String to) {
    if (fields.get(list) instanceof Node.Arr rows) {
      fields.put(
          list,
          Node.arr(
              files.readable(
                  rows.items(),
                  row -> ofFiles.contains(StoredTree.text(row, "object")),
                  from,
                  to)));
    }
  }

  private static Set<String> objectsOfFiles(StoredPlan plan) {
    return Stream.concat(
            plan.objects().values().stream(),
            plan.steps().stream()
                .map(Step::change)
                .flatMap(
                    change -> Stream.concat(change.before().stream(), change.after().stream())))
        .filter(object -> object.content() instanceof Content.Files)
        .map(object -> object.key().toString())
        .collect(Collectors.toSet());
  }

  private static TreeMap<String, Node> head(StoredPlan plan) {
    var fields = new TreeMap<String, Node>();
    fields.put("id", Node.text(plan.id()));
    fields.put("gateway", Node.text(plan.gateway().value()));
    fields.put("hash", Node.text(plan.hash().hex()));
    fields.put("status", Node.text(plan.status().name()));
    fields.put("empty", Node.bool(plan.steps().isEmpty()));
    fields.put("createdAt", Node.text(plan.createdAt().toString()));
    fields.put("createdBy", Node.text(plan.createdBy()));
    plan.approvedBy().ifPresent(who -> fields.put("approvedBy", Node.text(who)));
    plan.approvedAt().ifPresent(at -> fields.put("approvedAt", Node.text(at.toString())));
    plan.appliedAt().ifPresent(at -> fields.put("appliedAt", Node.text(at.toString())));
    return fields;
  }

  private static Node step(
      Step step,
      SortedMap<Integer, StepJournal.State> states,
      SortedMap<Integer, Node> reasons,
      Map<Node.Pending, Node> known) {
    var state = states.getOrDefault(step.number(), StepJournal.State.PLANNED);
    var fields = new TreeMap<String, Node>();
    fields.put("number", Node.number(step.number()));
    fields.put("object", Node.text(step.change().key().toString()));
    fields.put("action", Node.text(step.change().action().name()));
    fields.put("state", Node.text(state.name()));
    Optional.ofNullable(reasons.get(step.number())).ifPresent(why -> fields.put("reason", why));
    var told = new TreeMap<String, Node>();
    known.forEach(
        (pending, value) -> {
          if (pending.producer().equals(step.change().key())) {
            told.put(pending.output(), ShownTree.of(value));
          }
        });
    if (!told.isEmpty()) {
      fields.put("outputs", Node.obj(told));
    }
    return Node.obj(fields);
  }
}
