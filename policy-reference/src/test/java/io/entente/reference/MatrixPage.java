package io.entente.reference;

import io.entente.model.fidelity.FidelityGrade;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The part of the matrix's page that is made. */
final class MatrixPage {

  private final StringBuilder page = new StringBuilder();
  private final Map<String, List<Cell>> cells;

  private MatrixPage(Map<String, List<Cell>> cells) {
    this.cells = cells;
  }

  /**
   * @param cells of each kind, in the order of the editions
   */
  static String of(Map<String, List<Cell>> cells) {
    var made = new MatrixPage(cells);
    made.overview();
    cells.forEach(made::kind);
    return made.page.append('\n').toString();
  }

  private void overview() {
    page.append("\n## Overview\n\nPolicies that act, `mode: enforce`:\n\n");
    overview(MatrixPage::range);
    page.append("\nPolicies that only report, `mode: observe`:\n\n");
    overview(cell -> cell.observed().map(MatrixPage::printed).orElse(""));
  }

  private void overview(Function<Cell, String> show) {
    List<Cell> any = cells.values().iterator().next();
    page.append("| Kind |");
    any.forEach(cell -> page.append(" " + cell.edition().title() + " |"));
    page.append("\n|---|" + "---|".repeat(any.size()) + "\n");
    cells.forEach(
        (kind, of) -> {
          page.append("| [`%s`](#%s) |".formatted(kind, kind.toLowerCase(Locale.ROOT)));
          of.forEach(cell -> page.append(" " + show.apply(cell) + " |"));
          page.append('\n');
        });
  }

  private static String range(Cell cell) {
    String best = printed(cell.best());
    String worst = printed(cell.worst());
    return best.equals(worst) ? best : best + "<br>… " + worst;
  }

  private static String printed(Mark mark) {
    return mark.printed() + ", " + mark.evidence().name().toLowerCase(Locale.ROOT);
  }

  private void kind(String kind, List<Cell> of) {
    page.append("\n## %s\n\nWhat it means: [`%s`](policies/%s.md).\n".formatted(kind, kind, kind));
    page.append("\n| Edition | Best | Worst | Held by |\n|---|---|---|---|\n");
    of.forEach(
        cell ->
            page.append(
                "| %s | %s | %s | %s |\n"
                    .formatted(
                        cell.edition().title(),
                        printed(cell.best()),
                        printed(cell.worst()),
                        heldBy(cell))));
    policies(of);
    byVendor(of).forEach(this::deviations);
  }

  private static String heldBy(Cell cell) {
    Backing backing = cell.backing();
    boolean refused = cell.best().grade() == FidelityGrade.UNSUPPORTED;
    String meaning =
        backing.meaning().isEmpty()
            ? refused ? "refused" : "no test of its behaviour"
            : backing.meaning().stream()
                .map(test -> "`" + test + "`")
                .collect(Collectors.joining(", "));
    return backing.goldenCases() == 0
        ? meaning
        : "%s; `%s` (%d)%s"
            .formatted(
                meaning,
                Backing.GOLDEN,
                backing.goldenCases(),
                backing.form().map(test -> ", `" + test + "`").orElse(""));
  }

  private void policies(List<Cell> of) {
    page.append("\n| Policy |");
    of.forEach(cell -> page.append(" " + cell.edition().title() + " |"));
    page.append("\n|---|" + "---|".repeat(of.size()) + "\n");
    for (String policy : of.get(0).byPolicy().keySet()) {
      page.append("| " + policy + " |");
      of.forEach(cell -> page.append(" " + outcome(cell.byPolicy().get(policy)) + " |"));
      page.append('\n');
    }
  }

  /** One word where all places have the same, else each with its own. */
  private static String outcome(List<Cell.Row> rows) {
    boolean same = rows.stream().map(row -> row.mark().printed()).distinct().count() == 1;
    return same
        ? rows.get(0).mark().printed()
        : rows.stream()
            .map(row -> row.mark().printed() + " on " + row.place())
            .collect(Collectors.joining("<br>"));
  }

  private static Map<String, List<Cell>> byVendor(List<Cell> cells) {
    return cells.stream()
        .collect(
            Collectors.groupingBy(
                cell -> vendor(cell.edition()), TreeMap::new, Collectors.toList()));
  }

  private static String vendor(Edition edition) {
    String name = edition.vendor().name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private void deviations(String vendor, List<Cell> of) {
    var codes = new TreeMap<String, Stated>();
    of.forEach(
        cell -> cell.stated().forEach(one -> codes.putIfAbsent(one.code() + one.direction(), one)));
    if (codes.isEmpty()) {
      return;
    }
    page.append("\n**%s** states:\n\n".formatted(vendor));
    page.append("| Deviation | Leans | Of | For example | What to do |\n|---|---|---|---|---|\n");
    codes.forEach((code, one) -> page.append(row(code, one, of)));
  }

  private static String row(String key, Stated first, List<Cell> of) {
    var fields = new TreeSet<String>();
    var editions = new TreeSet<String>();
    for (Cell cell : of) {
      for (Stated one : cell.stated()) {
        if (key.equals(one.code() + one.direction())) {
          fields.addAll(one.fields());
          editions.add(cell.edition().title());
        }
      }
    }
    return "| `%s`%s | %s | %s | %s | %s |\n"
        .formatted(
            first.code(),
            editions.size() == of.size() ? "" : "<br>(" + String.join("; ", editions) + ")",
            first.direction().name().toLowerCase(Locale.ROOT),
            fields.stream().map(field -> "`" + field + "`").collect(Collectors.joining(", ")),
            escaped(first.example()),
            escaped(first.remedy()));
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
  }
}
