package io.entente.reference;

import io.entente.model.tree.Node;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The matrix for the console. */
final class MatrixTree {

  private MatrixTree() {}

  static Node of(Map<String, List<Cell>> cells, List<Edition> editions) {
    return Node.obj(
        Map.of(
            "editions", Node.arr(editions.stream().map(MatrixTree::edition).toList()),
            "kinds",
                Node.arr(
                    cells.entrySet().stream()
                        .map(
                            kind ->
                                Node.obj(
                                    Map.of(
                                        "kind", Node.text(kind.getKey()),
                                        "about", Node.text(about(kind.getKey())),
                                        "cells",
                                            Node.arr(
                                                kind.getValue().stream()
                                                    .map(MatrixTree::cell)
                                                    .toList()))))
                        .toList())));
  }

  private static String about(String kind) {
    return Kinds.all().get(kind).text("description");
  }

  private static Node edition(Edition edition) {
    return Node.obj(
        Map.of(
            "id", Node.text(edition.id()),
            "title", Node.text(edition.title()),
            "vendor", Node.text(edition.vendor().name())));
  }

  private static Node cell(Cell cell) {
    Node.Obj acting =
        Node.obj(
            Map.of(
                "edition", Node.text(cell.edition().id()),
                "best", mark(cell.best()),
                "worst", mark(cell.worst()),
                "policies", Node.arr(cell.rows().stream().map(MatrixTree::row).toList()),
                "deviations", Node.arr(cell.stated().stream().map(MatrixTree::stated).toList()),
                "tests", texts(cell.backing().names()),
                "behaviourTested", Node.bool(!cell.backing().meaning().isEmpty()),
                "goldenCases", Node.number(cell.backing().goldenCases())));
    return cell.observed().map(mark -> acting.with("observed", mark(mark))).orElse(acting);
  }

  private static Node.Obj mark(Mark mark) {
    return Node.obj(
        Map.of(
            "grade", Node.text(mark.grade().name()),
            "printed", Node.text(mark.printed()),
            "evidence", Node.text(mark.evidence().name())));
  }

  private static Node row(Cell.Row row) {
    return mark(row.mark())
        .with("policy", Node.text(row.policy()))
        .with("place", Node.text(row.place()));
  }

  private static Node stated(Stated stated) {
    return Node.obj(
        Map.of(
            "code", Node.text(stated.code()),
            "direction", Node.text(stated.direction().name()),
            "example", Node.text(stated.example()),
            "remedy", Node.text(stated.remedy()),
            "fields", texts(stated.fields()),
            "policies", texts(stated.policies())));
  }

  private static Node texts(Collection<String> texts) {
    return Node.arr(texts.stream().map(Node::text).toList());
  }
}
