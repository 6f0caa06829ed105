package io.entente.hub.plan;

import io.entente.hub.estate.ForeignWriter;
import io.entente.hub.estate.ShownTree;
import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.FidelityReport;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.reconciliation.Difference;
import io.entente.reconciliation.Drift;
import io.entente.reconciliation.Takeover;
import io.entente.translator.Shadowed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a person reviews of a plan: differences, drift it heals, and fidelity. */
public final class ReviewText {

  private ReviewText() {}

  public static Node differences(List<Difference> differences) {
    return Node.arr(differences.stream().map(ReviewText::difference).toList());
  }

  public static Node drift(List<Drift> drift) {
    return Node.arr(drift.stream().map(ReviewText::drift).toList());
  }

  public static Node fidelity(FidelityReport report) {
    return Node.arr(report.entries().stream().map(ReviewText::entry).toList());
  }

  public static Node shadowed(List<Shadowed> shadowed) {
    return Node.arr(shadowed.stream().map(ReviewText::shadow).toList());
  }

  /** What others made, policies took over, and the plan changes. */
  public static Node takenOver(List<Takeover> takeovers, List<Difference> differences) {
    return Node.arr(
        takeovers.stream()
            .map(Takeover::theirs)
            .filter(
                place ->
                    differences.stream()
                        .anyMatch(
                            difference ->
                                difference.key().equals(place.key())
                                    && difference.path().startsWith(place.path())))
            .map(place -> Node.text(place.toString()))
            .toList());
  }

  public static Node writers(List<ForeignWriter> writers) {
    return Node.arr(
        writers.stream()
            .map(
                writer ->
                    Node.obj(
                        Map.of(
                            "kind", Node.text(writer.kind()),
                            "evidence", Node.text(writer.evidence()),
                            "wouldOverwrite", Node.text(writer.wouldOverwrite()))))
            .toList());
  }

  private static Node shadow(Shadowed shadowed) {
    return Node.obj(
        Map.of(
            "policy", Node.text(shadowed.policy().policy().value()),
            "version", Node.number(shadowed.policy().version()),
            "target", Node.text(shadowed.target()),
            "why", Node.text(shadowed.why().name()),
            "by", Node.text(shadowed.by().toString()),
            "reason", Node.text(shadowed.reason())));
  }

  private static Node difference(Difference difference) {
    var fields = new TreeMap<String, Node>();
    fields.put("action", Node.text(difference.kind().name()));
    fields.put("object", Node.text(difference.key().toString()));
    fields.put("path", Node.text(difference.path().toString()));
    difference.from().ifPresent(from -> fields.put("from", ShownTree.of(from)));
    difference.to().ifPresent(to -> fields.put("to", ShownTree.of(to)));
    return Node.obj(fields);
  }

  private static Node drift(Drift drift) {
    var fields = new TreeMap<String, Node>();
    fields.put("kind", Node.text(drift.kind().name()));
    fields.put("object", Node.text(drift.key().toString()));
    fields.put("path", Node.text(drift.path().toString()));
    drift.was().ifPresent(was -> fields.put("was", ShownTree.of(was)));
    drift.is().ifPresent(is -> fields.put("is", ShownTree.of(is)));
    return Node.obj(fields);
  }

  public static Node entry(PolicyFidelity entry) {
    return Node.obj(
        Map.of(
            "policy", Node.text(entry.policy().policy().value()),
            "version", Node.number(entry.policy().version()),
            "kind", Node.text(entry.kind()),
            "target", Node.text(entry.target()),
            "grade", Node.text(entry.grade().name()),
            "fields", Node.arr(entry.fields().stream().map(ReviewText::field).toList())));
  }

  private static Node field(FieldFidelity field) {
    return Node.obj(
        Map.of(
            "field", Node.text(field.field()),
            "value", Node.text(field.value()),
            "grade", Node.text(field.printed()),
            "evidence", Node.text(field.evidence().name()),
            "deviations",
                Node.arr(field.deviations().stream().map(ReviewText::deviation).toList())));
  }

  private static Node deviation(Deviation deviation) {
    return Node.obj(
        Map.of(
            "code", Node.text(deviation.code()),
            "direction", Node.text(deviation.direction().name()),
            "bound", Node.text(deviation.bound()),
            "remedy", Node.text(deviation.remedy()),
            "policies",
                Node.arr(
                    deviation.policies().stream().map(p -> Node.text(p.toString())).toList())));
  }
}
