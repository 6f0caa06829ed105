package io.entente.cli;

import io.entente.cli.offline.Estates;
import io.entente.cli.offline.Export;
import io.entente.cli.offline.Exports;
import io.entente.cli.offline.OfflineDocuments;
import io.entente.cli.offline.OfflineTranslation;
import io.entente.cli.offline.Report;
import io.entente.cli.offline.Targets;
import io.entente.model.nativeobject.Blob;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run of {@code policy translate}. */
final class TranslateRun {

  private final PolicyTranslate given;
  private final PrintWriter out;
  private final PrintWriter err;

  TranslateRun(PolicyTranslate given, PrintWriter out, PrintWriter err) {
    this.given = given;
    this.out = out;
    this.err = err;
  }

  int call() {
    if (given.nodes < 1) {
      throw new ProblemException(
          Problem.user(
              "NODES_INVALID",
              "A gateway has at least one node.",
              "--nodes",
              Integer.toString(given.nodes),
              "Write 1 or more."));
    }
    var target = Targets.find(given.target);
    OfflineTranslation made =
        OfflineTranslation.of(
            OfflineDocuments.read(DocumentFiles.read(given.files)),
            target,
            new OfflineTranslation.Circumstances(
                Optional.ofNullable(given.gateway),
                given.labels,
                given.nodes,
                given.settings,
                Estates.read(target.vendor(), EstateSources.read(given.estate))));
    Optional<Export> export =
        given.fidelityOnly || made.refused()
            ? Optional.empty()
            : Optional.of(Exports.of(made, Optional.ofNullable(given.format)));
    List<String> written =
        export
            .flatMap(files -> Optional.ofNullable(given.to).map(to -> write(files, to)))
            .orElse(List.of());
    print(made, export, written);
    return made.refused() ? Entente.FAILED : 0;
  }

  private List<String> write(Export export, String to) {
    return new OutputFiles(to, given.force).write(export.files());
  }

  private void print(OfflineTranslation made, Optional<Export> export, List<String> written) {
    var notes = new ArrayList<>(made.notes());
    export.ifPresent(files -> notes.addAll(files.notes()));
    Node.Obj report = Report.of(made, notes);
    Optional<Export> shown = export.filter(files -> written.isEmpty());
    if (given.output == Output.TABLE) {
      shown.ifPresent(files -> out.print(text(files)));
      String text = ReportText.render(report, written);
      boolean documentsGoOut = !given.fidelityOnly && given.to == null;
      (documentsGoOut ? err : out).print(text);
    } else {
      Node.Obj whole = report.with("written", Node.arr(written.stream().map(Node::text).toList()));
      out.print(
          given.output.render(
              shown.map(files -> whole.with("files", tree(files))).orElse(whole), List.of()));
    }
    out.flush();
    err.flush();
  }

  /** A single file as it is; of several each with its name before it, archives by name only. */
  private static String text(Export export) {
    if (export.files().size() == 1) {
      return text(export.files().values().iterator().next());
    }
    var text = new StringBuilder();
    export
        .files()
        .forEach(
            (name, blob) -> {
              text.append("### ").append(name).append('\n');
              if (!name.endsWith(".zip")) {
                text.append(text(blob).stripTrailing()).append("\n\n");
              }
            });
    return text.toString();
  }

  private static Node tree(Export export) {
    Map<String, Node> files = new TreeMap<>();
    export
        .files()
        .forEach(
            (name, blob) -> {
              if (!name.endsWith(".zip")) {
                files.put(name, Node.text(text(blob)));
              }
            });
    return Node.obj(files);
  }

  private static String text(Blob blob) {
    return new String(blob.bytes(), StandardCharsets.UTF_8);
  }
}
